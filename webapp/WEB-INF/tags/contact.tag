<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true" %>
<%@ attribute name="person" type="chat.warren.user.User" required="true" %>
<%@ attribute name="choosable" type="java.lang.Boolean" %>
<%@ attribute name="state" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<li data-name="${fn:escapeXml(person.name())}">
  <span class="contact-name">
    <c:if test="${choosable}"><w:with person="${person}"/></c:if>
    <w:picture person="${person}"/>
    <a href="${fn:escapeXml(base)}/chat/@${fn:escapeXml(person.name())}/"><bdi><c:out value="${person.display()}"/></bdi></a>
    <small><bdi>@<c:out value="${person.name()}"/></bdi><c:choose>
      <c:when test="${state eq 'online'}"> · <c:out value="${texts.of('presence.online')}"/></c:when>
      <c:when test="${state eq 'away'}"> · <c:out value="${texts.of('presence.away')}"/></c:when>
      <c:when test="${state eq 'offline'}"> · <c:out value="${texts.of('presence.offline')}"/></c:when>
    </c:choose></small>
  </span>
  <form method="post" action="${fn:escapeXml(base)}/contacts">
    <w:csrf/>
    <input type="hidden" name="handle" value="${fn:escapeXml(person.name())}">
    <jsp:doBody/>
  </form>
</li>
