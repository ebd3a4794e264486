<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true" %>
<%-- A Members.Term; some JSP compilers do not find the class of one that stands within another. --%>
<%@ attribute name="term" required="true" type="java.lang.Object" %>
<%@ attribute name="lift" required="true" %>
<%@ attribute name="label" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<li>
  <w:picture person="${term.user()}"/>
  <bdi title="${fn:escapeXml(term.user().name())}"><c:out value="${term.user().shown(texts)}"/></bdi>
  <c:choose>
    <c:when test="${empty term.until()}"><small><c:out value="${texts.of('settings.for.good')}"/></small></c:when>
    <c:otherwise><small><c:out value="${texts.of('settings.until')}"/>${' '}<time datetime="${term.until()}"><c:out value="${term.until()}"/></time></small></c:otherwise>
  </c:choose>
  <w:measure type="${lift}">
    <input type="hidden" name="name" value="${fn:escapeXml(term.user().name())}">
    <button class="quiet"><c:out value="${label}"/></button>
  </w:measure>
</li>
