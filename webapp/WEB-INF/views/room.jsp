<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:page title="${unread gt 0 ? '('.concat(unread gt 998 ? '999+' : unread).concat(') ') : ''}${title} · ${texts.of('app.name')}" script="room/room.js">
<body class="room-page" data-base="${fn:escapeXml(base)}" data-room="${fn:escapeXml(key.value())}"
      ${not empty standing.following() ? 'data-closed' : ''}
      data-head="${head}" data-you="${fn:escapeXml(user.name())}" data-display="${fn:escapeXml(user.display())}"
      data-naming="${fn:escapeXml(naming)}">
  <w:skip/>
  <header class="room-head">
    <a class="room-back" href="${fn:escapeXml(base)}/chat/"><c:out value="${texts.of('room.lobby')}"/></a>
    <h1><c:if test="${room.isPrivate()}"><w:lock/>${' '}</c:if><bdi><c:out value="${title}"/></bdi></h1>
    <p id="topic" class="room-topic" dir="auto"><c:out value="${room.topic()}"/></p>
    <c:if test="${not empty room and not empty user and not direct}">
      <c:if test="${not standing.isMember() and empty standing.following()}">
        <form method="post" action="${fn:escapeXml(base)}/chat/${key.segment()}/">
          <w:csrf/>
          <button name="type" value="join" class="quiet"><c:out value="${texts.of('settings.join')}"/></button>
        </form>
      </c:if>
      <a class="room-settings" href="${fn:escapeXml(base)}/chat/${key.segment()}/settings"><c:out value="${texts.of('settings.link')}"/></a>
    </c:if>
    <c:if test="${direct}">
      <a class="room-back" href="${fn:escapeXml(base)}/contacts?handle=${fn:escapeXml(fn:contains(key.value(), ',') ? '' : key.value())}"><c:out value="${texts.of('room.contacts')}"/></a>
    </c:if>
    <c:if test="${not empty seen}"><p class="seen"><c:out value="${texts.of('room.seen')}"/>${' '}<time datetime="${seen}"><c:out value="${seen}"/></time></p></c:if>
    <p id="status" class="status" role="status"
       data-connecting="${fn:escapeXml(texts.of('status.connecting'))}"
       data-online="${fn:escapeXml(texts.of('status.online'))}"
       data-offline="${fn:escapeXml(texts.of('status.offline'))}"
       data-changed="${fn:escapeXml(texts.of('status.changed'))}"
       data-signed-out="${fn:escapeXml(texts.of('status.signed-out'))}"
       data-banned="${fn:escapeXml(texts.of('status.banned'))}"
       data-removed="${fn:escapeXml(texts.of('status.removed'))}"
       data-archived="${fn:escapeXml(texts.of('status.archived'))}"
       data-kept-out="${fn:escapeXml(texts.of('status.kept-out'))}"></p>
    <button type="button" id="reload" hidden><c:out value="${texts.of('status.reload')}"/></button>
    <w:account/>
  </header>
  <c:if test="${not empty user}">
    <nav class="rooms" aria-labelledby="rooms-title">
      <h2 id="rooms-title"><c:out value="${texts.of('room.rooms')}"/></h2>
      <ul id="rooms">
        <c:forEach var="it" items="${rooms}"><w:room item="${it}" here="${it.room().key() eq key}"/></c:forEach>
      </ul>
      <template id="room-item"><w:room/></template>
      <form class="level" method="post" action="${fn:escapeXml(base)}/level">
        <w:csrf/>
        <input type="hidden" name="room" value="${fn:escapeXml(key.value())}">
        <label for="level"><c:out value="${texts.of('room.level')}"/></label>
        <select id="level" name="level">
          <option value="everything"><c:out value="${texts.of('room.level.everything')}"/></option>
          <option value="mentions" ${level eq 'mentions' ? 'selected' : ''}><c:out value="${texts.of('room.level.mentions')}"/></option>
          <option value="nothing" ${level eq 'nothing' ? 'selected' : ''}><c:out value="${texts.of('room.level.nothing')}"/></option>
        </select>
        <button type="submit"><c:out value="${texts.of('room.level.save')}"/></button>
      </form>
    </nav>
  </c:if>
  <aside class="people" aria-labelledby="people-title">
    <h2 id="people-title"><c:out value="${texts.of('room.people')}"/>${' '}<span id="people-count">${fn:length(people)}</span></h2>
    <ul id="people" data-away="${fn:escapeXml(texts.of('room.away'))}">
      <c:forEach var="person" items="${people}">
        <li title="${fn:escapeXml(person.user().name())}" class="${person.state() eq 'AWAY' ? 'is-away' : ''}">
          <c:choose>
            <c:when test="${empty user or person.user().name() eq user.name()}"><bdi><c:out value="${person.user().display()}"/></bdi></c:when>
            <c:otherwise><a href="${fn:escapeXml(base)}/chat/@${fn:escapeXml(person.user().name())}/"><bdi><c:out value="${person.user().display()}"/></bdi></a></c:otherwise>
          </c:choose>
          <span class="visually-hidden"><c:if test="${person.state() eq 'AWAY'}"><c:out value="${texts.of('room.away')}"/></c:if></span>
        </li>
      </c:forEach>
    </ul>
  </aside>
  <main class="conversation" id="main">
    <div class="scroll" id="scroll" tabindex="0">
      <p id="empty" class="empty" ${empty rows ? '' : 'hidden'}><c:out value="${texts.of('room.empty')}"/></p>
      <div role="log" aria-label="${fn:escapeXml(texts.of('room.messages'))}">
      <ol id="messages" class="messages"
          data-pending="${fn:escapeXml(texts.of('message.pending'))}"
          data-failed="${fn:escapeXml(texts.of('message.failed'))}">
        <c:forEach var="row" items="${rows}"><c:choose><c:when test="${empty row.line()}"><w:message message="${row.message()}"/></c:when><c:otherwise><w:line line="${row.line()}"/></c:otherwise></c:choose></c:forEach>
      </ol>
      </div>
      <p id="end" class="end" aria-hidden="true"></p>
    </div>
    <p id="receipts" class="receipts" data-text="${fn:escapeXml(texts.of('message.read', '1'))}"></p>
    <p id="typing" class="typing" aria-live="off" data-one="${fn:escapeXml(texts.of('typing.one', '1'))}"
       data-two="${fn:escapeXml(texts.of('typing.two', '1', '2'))}"
       data-many="${fn:escapeXml(texts.of('typing.many'))}"></p>
    <button type="button" id="newest" class="newest" hidden><c:out value="${texts.of('room.newest')}"/></button>
    <template id="message" data-deleted-account="${fn:escapeXml(texts.of('account.deleted'))}"><w:message/></template>
    <template id="copy"><button type="button" class="copy" data-copy="${fn:escapeXml(texts.of('message.copy'))}" data-copied="${fn:escapeXml(texts.of('message.copied'))}"><c:out value="${texts.of('message.copy')}"/></button></template>
    <w:lines/>
    <div>
      <c:if test="${not empty problem}"><p class="problem" role="alert" data-dates><c:out value="${problem}"/></p></c:if>
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
      <c:when test="${not empty standing.speaking()}">
        <p class="silence" id="silence" data-dates><c:out value="${standing.speaking().sentence(texts)}"/></p>
      </c:when>
      <c:otherwise>
        <noscript><p class="problem"><c:out value="${texts.of('room.noscript')}"/></p></noscript>
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
    </div>
  </main>
</body>
</w:page>
