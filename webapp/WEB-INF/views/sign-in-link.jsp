<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:plain title="${texts.of('account.sign-in')}">
  <p><c:out value="${texts.of('link.use')}"/></p>
  <form method="post" action="${fn:escapeXml(base)}/sign-in-link/${fn:escapeXml(secret)}">
    <w:csrf/>
    <p><button type="submit"><c:out value="${texts.of('account.sign-in')}"/></button></p>
  </form>
</w:plain>
