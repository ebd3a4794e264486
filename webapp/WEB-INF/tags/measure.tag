<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true" %>
<%@ attribute name="type" required="true" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<form method="post" action="${fn:escapeXml(base)}/chat/${room.key().segment()}/" class="measure" data-type="${fn:escapeXml(type)}">
  <w:csrf/>
  <input type="hidden" name="from" value="settings">
  <input type="hidden" name="type" value="${fn:escapeXml(type)}">
  <jsp:doBody/>
</form>
