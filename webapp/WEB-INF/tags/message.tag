<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="entry" type="chat.warren.chat.Entry" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<li class="message" data-seq="${entry.seq()}" data-author="${fn:escapeXml(entry.author().name())}">
  <p class="message-head">
    <bdi class="message-author" title="${fn:escapeXml(entry.author().name())}"><c:out value="${entry.author().display()}"/></bdi>
    <time class="message-time" datetime="${entry.at()}"><c:out value="${entry.at()}"/></time>
  </p>
  <p class="message-text" dir="auto"><c:out value="${entry.text()}"/></p>
  <p class="message-state" hidden>
    <span class="message-note"></span>
    <button type="button" class="message-again" hidden><c:out value="${texts.of('message.again')}"/></button>
    <button type="button" class="message-discard" hidden><c:out value="${texts.of('message.discard')}"/></button>
  </p>
</li>
