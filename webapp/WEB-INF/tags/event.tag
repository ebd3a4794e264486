<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="message" type="chat.warren.chat.Message" %>
<%@ attribute name="read" type="java.lang.Long" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<li class="event ${not empty message and message.seq() gt read ? 'is-unread' : ''}" data-seq="${message.seq()}"
    data-event="${message.event().kind().word()}">
  <p class="event-head">
    <bdi class="event-from"><c:out value="${message.author().shown(texts)}"/></bdi>
    <span class="event-kind" data-kind="mention"><c:out value="${texts.of('event.mention')}"/></span>
    <span class="event-kind" data-kind="direct"><c:out value="${texts.of('event.direct')}"/></span>
    <span class="event-kind" data-kind="contact"><c:out value="${texts.of('event.contact')}"/></span>
    <span class="event-kind" data-kind="accepted"><c:out value="${texts.of('event.accepted')}"/></span>
    <span class="event-kind" data-kind="invitation"><c:out value="${texts.of('event.invitation')}"/></span>
    <time class="message-time" datetime="${message.at()}"><c:out value="${message.at()}"/></time>
    <span class="event-unread"><c:out value="${texts.of('inbox.unread')}"/></span>
  </p>
  <p class="event-title" dir="auto"><c:out value="${message.event().title()}"/></p>
  <p class="event-text" dir="auto"><c:out value="${message.event().text()}"/></p>
  <a class="event-link" href="${fn:escapeXml(message.event().href(base))}" ${empty message.event().href(base) ? 'hidden' : ''}><c:out value="${texts.of('event.open')}"/></a>
</li>
