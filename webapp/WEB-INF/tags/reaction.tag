<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="reaction" type="java.lang.Object" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<li class="reaction" data-emoji="${fn:escapeXml(reaction.emoji())}"><button type="button" class="reaction-button" aria-pressed="false">
  <span class="reaction-emoji"><c:out value="${reaction.emoji()}"/></span>
  <span class="reaction-count">${fn:length(reaction.people())}</span>
  <span class="reaction-people"><c:forEach var="person" items="${reaction.people()}"><bdi class="reaction-by" data-name="${fn:escapeXml(person.name())}"><c:out value="${person.shown(texts)}"/></bdi> </c:forEach></span>
</button></li>
