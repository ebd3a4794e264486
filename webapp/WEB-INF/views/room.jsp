<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:page title="${title} · ${texts.of('app.name')}" script="room/room.js">
<body class="room-page" data-base="${fn:escapeXml(base)}" data-room="${fn:escapeXml(key.value())}"
      data-head="${head}" data-you="${fn:escapeXml(user.name())}" data-display="${fn:escapeXml(user.display())}">
  <header class="room-head">
    <a class="room-back" href="${fn:escapeXml(base)}/chat/"><c:out value="${texts.of('room.lobby')}"/></a>
    <h1><bdi><c:out value="${title}"/></bdi></h1>
    <p id="status" class="status" role="status"
       data-connecting="${fn:escapeXml(texts.of('status.connecting'))}"
       data-online="${fn:escapeXml(texts.of('status.online'))}"
       data-offline="${fn:escapeXml(texts.of('status.offline'))}"
       data-changed="${fn:escapeXml(texts.of('status.changed'))}"></p>
    <c:if test="${not empty user}"><w:bell/></c:if>
    <button type="button" id="reload" hidden><c:out value="${texts.of('status.reload')}"/></button>
  </header>
  <aside class="people" aria-labelledby="people-title">
    <h2 id="people-title"><c:out value="${texts.of('room.people')}"/>${' '}<span id="people-count">${fn:length(people)}</span></h2>
    <ul id="people">
      <c:forEach var="person" items="${people}">
        <li title="${fn:escapeXml(person.name())}"><bdi><c:out value="${person.display()}"/></bdi></li>
      </c:forEach>
    </ul>
  </aside>
  <main class="conversation">
    <div class="scroll" id="scroll" tabindex="0">
      <p id="empty" class="empty" ${empty messages ? '' : 'hidden'}><c:out value="${texts.of('room.empty')}"/></p>
      <ol id="messages" class="messages" role="log" aria-label="${fn:escapeXml(texts.of('room.messages'))}"
          data-pending="${fn:escapeXml(texts.of('message.pending'))}"
          data-failed="${fn:escapeXml(texts.of('message.failed'))}">
        <c:forEach var="message" items="${messages}"><w:message message="${message}"/></c:forEach>
      </ol>
    </div>
    <button type="button" id="newest" class="newest" hidden><c:out value="${texts.of('room.newest')}"/></button>
    <template id="message"><w:message/></template>
    <c:choose>
      <c:when test="${empty user}">
        <form method="post" action="${fn:escapeXml(base)}/enter" class="join" aria-labelledby="join-title">
          <w:csrf/>
          <input type="hidden" name="room" value="${fn:escapeXml(key.value())}">
          <h2 id="join-title"><c:out value="${texts.of('room.join')}"/></h2>
          <label for="display"><c:out value="${texts.of('lobby.display')}"/></label>
          <input id="display" name="display" required autocomplete="nickname" dir="auto" autofocus
                 aria-describedby="join-hint">
          <button type="submit"><c:out value="${texts.of('lobby.submit')}"/></button>
          <small id="join-hint"><c:out value="${texts.of('room.join.hint')}"/></small>
        </form>
      </c:when>
      <c:otherwise>
        <noscript><p class="problem"><c:out value="${texts.of('room.noscript')}"/></p></noscript>
        <c:if test="${not empty problem}"><p class="problem" role="alert"><c:out value="${problem}"/></p></c:if>
        <form id="composer" class="composer" method="post" action="${fn:escapeXml(base)}/chat/${key.segment()}/">
          <w:csrf/>
          <input type="hidden" name="id" value="${id}">
          <label for="text" class="visually-hidden"><c:out value="${texts.of('room.write')}"/></label>
          <textarea id="text" name="message" rows="1" dir="auto" autofocus autocomplete="off"
                    placeholder="${fn:escapeXml(texts.of('room.write'))}" aria-describedby="text-hint"><c:out value="${draft}"/></textarea>
          <button type="submit"><c:out value="${texts.of('room.send')}"/></button>
          <small id="text-hint"><c:out value="${texts.of('room.write.hint')}"/></small>
        </form>
      </c:otherwise>
    </c:choose>
  </main>
</body>
</w:page>
