<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="sighting" type="chat.warren.chat.Sighting" required="true" %>
<%@ attribute name="name" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<p id="seen" class="seen" data-name="${fn:escapeXml(name)}" data-state="${sighting.state().word()}"
   data-online="${fn:escapeXml(texts.of('presence.online'))}" data-away="${fn:escapeXml(texts.of('presence.away'))}"
   data-offline="${fn:escapeXml(texts.of('presence.offline'))}" data-seen="${fn:escapeXml(texts.of('room.seen'))}"><c:choose>
  <c:when test="${sighting.state().word() eq 'online'}"><c:out value="${texts.of('presence.online')}"/></c:when>
  <c:when test="${sighting.state().word() eq 'away'}"><c:out value="${texts.of('presence.away')}"/></c:when>
  <c:when test="${not empty sighting.seen()}"><c:out value="${texts.of('room.seen')}"/>${' '}<time datetime="${sighting.seen()}"><c:out value="${sighting.seen()}"/></time></c:when>
  <c:when test="${not empty sighting}"><c:out value="${texts.of('presence.offline')}"/></c:when>
</c:choose></p>
