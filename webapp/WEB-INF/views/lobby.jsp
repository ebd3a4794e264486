<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:page title="${texts.of('app.name')}">
<body class="plain-page">
  <w:skip/>
  <header class="masthead">
    <h1><c:out value="${texts.of('app.name')}"/></h1>
    <p><c:out value="${texts.of('app.tagline')}"/></p>
    <w:account/>
  </header>
  <w:setup/>
  <main class="lobby" id="main">
    <section aria-labelledby="enter-title">
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
              <input id="display" name="display" required autocomplete="nickname" dir="auto"
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
    <c:if test="${not empty reader}">
      <section aria-labelledby="conversations-title">
        <h2 id="conversations-title"><c:out value="${texts.of('lobby.conversations')}"/></h2>
        <ul id="conversations" class="room-list">
          <c:forEach var="conversation" items="${conversations}">
            <li><a href="${fn:escapeXml(base)}/chat/${conversation.key().segment()}/"><bdi><c:out value="${conversation.title()}"/></bdi></a></li>
          </c:forEach>
        </ul>
        <p><a href="${fn:escapeXml(base)}/contacts"><c:out value="${texts.of('contacts.title')}"/></a></p>
      </section>
    </c:if>
    <section aria-labelledby="rooms-title">
      <h2 id="rooms-title"><c:out value="${texts.of('lobby.rooms')}"/></h2>
      <c:choose>
        <c:when test="${empty rooms}">
          <p><c:out value="${texts.of('lobby.empty')}"/></p>
        </c:when>
        <c:otherwise>
          <ul class="room-list">
            <c:forEach var="row" items="${rooms}">
              <li>
                <span class="room-name">
                  <a href="${fn:escapeXml(base)}/chat/${row.key().segment()}/"><bdi><c:out value="${row.title()}"/></bdi></a>
                  <small dir="auto"><c:out value="${row.topic()}"/></small>
                </span>
                <span class="room-people ${row.people() gt 0 ? 'is-busy' : ''}"><c:out value="${texts.of('lobby.people', row.people())}"/></span>
              </li>
            </c:forEach>
          </ul>
        </c:otherwise>
      </c:choose>
      <c:if test="${not empty own}">
        <h2 id="own-title"><c:out value="${texts.of('lobby.own')}"/></h2>
        <ul class="room-list" id="own" aria-labelledby="own-title">
          <c:forEach var="row" items="${own}">
            <li>
              <span class="room-name">
                <a href="${fn:escapeXml(base)}/chat/${row.key().segment()}/"><c:if test="${row.isPrivate()}"><w:lock/> </c:if><bdi><c:out value="${row.title()}"/></bdi></a>
                <small dir="auto"><c:out value="${row.topic()}"/></small>
              </span>
              <span class="room-people ${row.people() gt 0 ? 'is-busy' : ''}"><c:out value="${texts.of('lobby.people', row.people())}"/></span>
            </li>
          </c:forEach>
        </ul>
      </c:if>
    </section>
  </main>
</body>
</w:page>
