<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="message" type="chat.warren.chat.Message" %>
<%@ attribute name="row" type="chat.warren.chat.Row" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<li class="message ${message.deleted() ? 'is-deleted' : ''}${message.edited() ? ' is-edited' : ''}${row.continued() ? ' is-continued' : ''}"
    data-seq="${message.seq()}" data-author="${fn:escapeXml(message.author().name())}" data-at="${message.at()}"
    id="${message.seq()}" tabindex="-1">
  <p class="message-head">
    <w:picture person="${message.author()}"/>
    <bdi class="message-author" title="@${fn:escapeXml(message.author().name())}"><c:out value="${message.author().shown(texts)}"/></bdi>
    <a class="message-link" tabindex="-1" href="#${message.seq()}"><time class="message-time" datetime="${message.at()}"><c:out value="${row.time()}"/></time></a>
  </p>
  <p class="message-quote"><a class="message-reply" href="#${message.replyTo()}" ${empty message.replyTo() ? 'hidden' : ''}>
    <span class="visually-hidden"><c:out value="${texts.of('message.reply')}"/></span>
    <bdi class="quote-author"><c:out value="${row.answered().author().shown(texts)}"/></bdi>
    <span class="quote-text" dir="auto"><c:out value="${empty row.answered() ? '' : row.answered().deleted() ? texts.of('message.deleted') : row.answered().text()}"/></span></a></p>
  <c:set var="html" value="${message.html()}"/>
  <div class="message-text${empty html ? '' : ' is-formatted'}" dir="auto"><c:choose><c:when test="${empty html}"><c:out value="${message.text()}"/></c:when><c:otherwise>${html}</c:otherwise></c:choose></div>
  <p class="message-card" dir="auto" ${empty message.event() ? 'hidden' : ''}>
    <strong class="card-title"><c:out value="${message.event().title()}"/></strong>
    <span class="card-text"><c:out value="${message.event().text()}"/></span>
    <a class="card-link" href="${fn:escapeXml(message.event().link())}" ${empty message.event().link() ? 'hidden' : ''}><c:out value="${texts.of('event.open')}"/></a>
  </p>
  <span class="message-edited"><c:out value="${texts.of('message.edited')}"/></span>
  <p class="message-gone"><c:out value="${texts.of('message.deleted')}"/></p>
  <ul class="message-reactions">
    <c:forEach var="reaction" items="${message.reactions()}">
      <w:reaction reaction="${reaction}"/>
    </c:forEach>
  </ul>
  <p class="message-state" hidden>
    <span class="message-note"></span>
    <button type="button" class="message-again" hidden><c:out value="${texts.of('message.again')}"/></button>
    <button type="button" class="message-discard" hidden><c:out value="${texts.of('message.discard')}"/></button>
  </p>
</li>
