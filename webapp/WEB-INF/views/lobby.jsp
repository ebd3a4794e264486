<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:page title="${texts.of('app.name')}">
<body class="plain-page">
  <w:skip/>
  <w:masthead/>
  <w:setup/>
  <main class="lobby ${empty reader ? '' : 'is-known'}" id="main">
    <div class="page-head"><h1><c:out value="${texts.of('app.tagline')}"/></h1></div>
    <section class="lobby-enter" aria-labelledby="enter-title">
      <h2 id="enter-title"><c:out value="${texts.of('lobby.enter')}"/></h2>
      <c:if test="${not empty problem}">
        <p class="problem" role="alert" data-dates><c:out value="${problem}"/></p>
      </c:if>
      <form method="post" action="${fn:escapeXml(base)}/enter" class="enter">
        <w:csrf/>
        <c:choose>
          <c:when test="${not empty visit and not visit.user().isGuest()}">
            <input type="hidden" name="display" value="${fn:escapeXml(display)}">
          </c:when>
          <c:otherwise>
            <p class="field">
              <label for="display"><c:out value="${texts.of('lobby.display')}"/></label>
              <input id="display" name="display" required autocomplete="nickname" dir="auto" ${empty reader ? 'autofocus' : ''}
                     value="${fn:escapeXml(display)}" aria-describedby="display-hint">
              <small id="display-hint"><c:out value="${texts.of('lobby.display.hint')}"/></small>
            </p>
          </c:otherwise>
        </c:choose>
        <p class="field">
          <label for="room"><c:out value="${texts.of('lobby.room')}"/></label>
          <input id="room" name="room" required autocomplete="off" dir="auto" list="room-names"
                 value="${fn:escapeXml(room)}" aria-describedby="room-hint">
          <small id="room-hint"><c:out value="${texts.of('lobby.room.hint')}"/></small>
        </p>
        <datalist id="room-names">
          <c:forEach var="row" items="${rooms}">
            <option value="${fn:escapeXml(row.key().value())}"></option>
          </c:forEach>
        </datalist>
        <p class="choice">
          <input id="private" name="private" type="checkbox" aria-describedby="private-hint" ${wantsPrivate ? 'checked' : ''}>
          <label for="private"><c:out value="${texts.of('lobby.private')}"/></label>
          <small id="private-hint"><c:out value="${texts.of('lobby.private.hint')}"/></small>
        </p>
        <p><button type="submit"><c:out value="${texts.of('lobby.submit')}"/></button></p>
      </form>
    </section>
    <div class="lobby-lists">
      <c:if test="${not empty own}">
        <section aria-labelledby="own-title">
          <h2 id="own-title"><c:out value="${texts.of('lobby.own')}"/></h2>
          <ul class="room-list" id="own"><c:forEach var="row" items="${own}"><w:lobby-row row="${row}"/></c:forEach></ul>
        </section>
      </c:if>
      <c:if test="${not empty reader}">
        <section aria-labelledby="conversations-title">
          <div class="section-head">
            <h2 id="conversations-title"><c:out value="${texts.of('lobby.conversations')}"/></h2>
            <a href="${fn:escapeXml(base)}/contacts"><c:out value="${texts.of('contacts.title')}"/></a>
          </div>
          <c:if test="${empty conversations}"><p class="empty"><c:out value="${texts.of('lobby.conversations.none')}"/></p></c:if>
          <ul id="conversations" class="room-list">
            <c:forEach var="conversation" items="${conversations}">
              <li><a href="${fn:escapeXml(base)}/chat/${conversation.key().segment()}/"><span class="room-name"><bdi><c:out value="${conversation.title()}"/></bdi></span></a></li>
            </c:forEach>
          </ul>
        </section>
      </c:if>
      <section aria-labelledby="rooms-title">
        <h2 id="rooms-title"><c:out value="${texts.of('lobby.rooms')}"/></h2>
        <c:if test="${empty rooms}"><p class="empty"><c:out value="${texts.of('lobby.empty')}"/></p></c:if>
        <ul class="room-list" id="rooms"><c:forEach var="row" items="${rooms}"><w:lobby-row row="${row}"/></c:forEach></ul>
      </section>
    </div>
  </main>
</body>
</w:page>
