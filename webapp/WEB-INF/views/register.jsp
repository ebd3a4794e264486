<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:plain title="${form.withToken() ? texts.of('setup.title') : texts.of('register.title')}">
  <c:choose>
    <c:when test="${form.withToken()}"><p><c:out value="${texts.of('setup.hint')}"/></p></c:when>
    <c:when test="${not empty form.inviter()}"><p><c:out value="${texts.of('invitation.by', form.inviter())}"/></p></c:when>
    <c:when test="${not empty visit and visit.user().isGuest()}"><p><c:out value="${texts.of('register.guest')}"/></p></c:when>
  </c:choose>
  <form method="post" action="${fn:escapeXml(base)}${fn:escapeXml(form.action())}" class="card">
    <w:csrf/>
    <input type="hidden" name="to" value="${fn:escapeXml(to)}">
    <c:if test="${form.withToken()}">
      <w:field name="token" label="${texts.of('setup.token')}" hint="${texts.of('setup.token.hint')}" autocomplete="off"/>
    </c:if>
    <w:field name="handle" label="${texts.of('register.handle')}" hint="${texts.of('register.handle.hint')}" value="${handle}" autocomplete="username"/>
    <w:field name="display" label="${texts.of('lobby.display')}" hint="${texts.of('lobby.display.hint')}" value="${display}" autocomplete="nickname" optional="true"/>
    <w:field name="password" label="${texts.of('register.password')}" hint="${texts.of('register.password.hint')}" type="password" autocomplete="new-password"/>
    <p><button type="submit"><c:out value="${texts.of('account.register')}"/></button></p>
  </form>
  <c:if test="${not form.withToken()}">
    <p><c:out value="${texts.of('register.have')}"/>${' '}<a href="${fn:escapeXml(base)}/sign-in"><c:out value="${texts.of('account.sign-in')}"/></a></p>
  </c:if>
</w:plain>
