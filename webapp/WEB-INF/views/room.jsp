<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:page title="${unread gt 0 ? '('.concat(unread gt 998 ? '999+' : unread).concat(') ') : ''}${title} · ${texts.of('app.name')}" script="room/room.js" style="room.css">
<body class="room-page ${direct or standing.isMember() ? 'is-member' : ''}" data-room="${fn:escapeXml(key.value())}"
      ${not empty standing.following() ? 'data-closed' : ''}
      data-head="${head}"${older ? ' data-older' : ''}${newer ? ' data-newer' : ''} data-read="${read}"
      data-you="${fn:escapeXml(user.name())}" data-display="${fn:escapeXml(user.display())}"
      data-colour="${fn:escapeXml(user.colour())}" data-naming="${fn:escapeXml(naming)}">
  <w:skip/>
  <w:room-head/>
  <w:sidebar/>
  <main class="conversation" id="main">
    <section class="scroll" id="scroll" tabindex="0" aria-label="${fn:escapeXml(texts.of('room.messages'))}">
      <p id="older" class="edge" ${older ? '' : 'hidden'}><a href="?before=${rows[0].seq()}"><c:out value="${texts.of('room.older')}"/></a></p>
      <p id="empty" class="empty" ${empty rows ? '' : 'hidden'}><c:out value="${texts.of('room.empty')}"/></p>
      <ol id="messages" class="messages"
          data-pending="${fn:escapeXml(texts.of('message.pending'))}"
          data-failed="${fn:escapeXml(texts.of('message.failed'))}">
        <c:forEach var="row" items="${rows}"><w:row row="${row}"/></c:forEach>
      </ol>
      <p id="newer" class="edge" ${newer ? '' : 'hidden'}><a href="?after=${rows[fn:length(rows) - 1].seq()}"><c:out value="${texts.of('room.newer')}"/></a></p>
      <p id="end" class="end" aria-hidden="true"></p>
    </section>
    <div class="jumps">
      <button type="button" id="since" class="jump" hidden><span aria-hidden="true">↑</span> <c:out value="${texts.of('room.since')}"/></button>
      <button type="button" id="newest" class="jump" hidden><span aria-hidden="true">↓</span> <c:out value="${texts.of('room.newest')}"/></button>
    </div>
    <p id="receipts" class="receipts" data-text="${fn:escapeXml(texts.of('message.read', '1'))}"></p>
    <p id="typing" class="typing" aria-live="off" data-one="${fn:escapeXml(texts.of('typing.one', '1'))}"
       data-two="${fn:escapeXml(texts.of('typing.two', '1', '2'))}"
       data-many="${fn:escapeXml(texts.of('typing.many'))}"></p>
    <template id="message" data-deleted-account="${fn:escapeXml(texts.of('account.deleted'))}"><w:message/></template>
    <template id="copy"><button type="button" class="copy" data-copy="${fn:escapeXml(texts.of('message.copy'))}" data-copied="${fn:escapeXml(texts.of('message.copied'))}"><c:out value="${texts.of('message.copy')}"/></button></template>
    <template id="reaction"><ul><w:reaction/></ul></template>
    <template id="day"><ol><w:day/></ol></template>
    <template id="since-line"><ol><li class="since"><span><c:out value="${texts.of('room.since')}"/></span></li></ol></template>
    <w:lines/>
    <c:if test="${not empty user}"><w:tools/><w:commands/><w:shortcuts/></c:if>
    <div id="said" class="visually-hidden" role="log" aria-label="${fn:escapeXml(texts.of('room.said'))}"></div>
    <div class="write">
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
      <c:when test="${not empty standing.following()}">
        <p class="silence" id="silence" data-dates><c:out value="${standing.speaking().sentence(texts)}"/></p>
      </c:when>
      <c:otherwise><w:composer/></c:otherwise>
    </c:choose>
    </div>
  </main>
</body>
</w:page>
