<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:plain title="${texts.of('account.sign-in')}">
  <w:setup/>
  <form method="post" action="${fn:escapeXml(base)}/sign-in" class="card">
    <w:csrf/>
    <input type="hidden" name="to" value="${fn:escapeXml(to)}">
    <w:field name="handle" label="${texts.of('register.handle')}" value="${handle}" autocomplete="username"/>
    <w:field name="password" label="${texts.of('register.password')}" type="password" autocomplete="current-password"/>
    <p><button type="submit"><c:out value="${texts.of('account.sign-in')}"/></button></p>
    <small><c:out value="${texts.of('sign-in.forgotten')}"/></small>
  </form>
  <c:if test="${entrance.isOpen()}">
    <p><c:out value="${texts.of('sign-in.new')}"/>${' '}<a href="${fn:escapeXml(base)}/register"><c:out value="${texts.of('account.register')}"/></a></p>
  </c:if>
</w:plain>
