<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<select name="for" aria-label="${fn:escapeXml(texts.of('settings.for'))}">
  <option value="PT1H"><c:out value="${texts.of('settings.for.hour')}"/></option>
  <option value="P1D"><c:out value="${texts.of('settings.for.day')}"/></option>
  <option value="P7D"><c:out value="${texts.of('settings.for.week')}"/></option>
  <option value=""><c:out value="${texts.of('settings.for.good')}"/></option>
</select>
