<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:page title="${texts.of('app.name')}">
<body class="plain-page">
  <w:skip/>
  <w:masthead/>
  <w:setup/>
  <main class="lobby" id="main">
    <div class="page-head"><h1><c:out value="${texts.of('app.tagline')}"/></h1></div>
    <c:if test="${empty reader}"><w:lobby-enter/></c:if>
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
              <li data-room="${fn:escapeXml(conversation.key().value())}"><a href="${fn:escapeXml(base)}/chat/${conversation.key().segment()}/">
                <span class="room-name"><bdi><c:out value="${conversation.title()}"/></bdi></span> <w:badge unread="${conversation.unread()}" mentions="0"/></a></li>
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
    <c:if test="${not empty reader}"><w:lobby-enter/></c:if>
  </main>
</body>
</w:page>
