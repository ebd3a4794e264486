<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true" %>
<%@ attribute name="act" required="true" %>
<%@ attribute name="key" required="true" %>
<%@ attribute name="text" required="true" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<button type="button" data-act="${act}" aria-label="${fn:escapeXml(text)}" title="${fn:escapeXml(text)} (${fn:escapeXml(key)})">
  <svg viewBox="0 0 20 20" aria-hidden="true"><jsp:doBody/></svg>
</button>
