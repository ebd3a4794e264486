<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:page title="${texts.of('app.name')}">
<body class="plain-page">
  <header class="masthead">
    <h1><c:out value="${texts.of('app.name')}"/></h1>
    <p><c:out value="${texts.of('app.tagline')}"/></p>
    <c:if test="${not empty user}"><w:bell/></c:if>
  </header>
  <main class="lobby">
    <section aria-labelledby="enter-title">
      <h2 id="enter-title"><c:out value="${texts.of('lobby.enter')}"/></h2>
      <c:if test="${not empty problem}">
        <p class="problem" role="alert"><c:out value="${problem}"/></p>
      </c:if>
      <form method="post" action="${fn:escapeXml(base)}/enter" class="enter">
        <w:csrf/>
        <p class="field">
          <label for="display"><c:out value="${texts.of('lobby.display')}"/></label>
          <input id="display" name="display" required autocomplete="nickname" dir="auto"
                 value="${fn:escapeXml(display)}" aria-describedby="display-hint">
          <small id="display-hint"><c:out value="${texts.of('lobby.display.hint')}"/></small>
        </p>
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
        <p><button type="submit"><c:out value="${texts.of('lobby.submit')}"/></button></p>
      </form>
    </section>
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
                <a href="${fn:escapeXml(base)}/chat/${row.key().segment()}/"><bdi><c:out value="${row.title()}"/></bdi></a>
                <span class="room-people ${row.people() gt 0 ? 'is-busy' : ''}"><c:out value="${texts.of('lobby.people', row.people())}"/></span>
              </li>
            </c:forEach>
          </ul>
        </c:otherwise>
      </c:choose>
    </section>
  </main>
</body>
</w:page>
