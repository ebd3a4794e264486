<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<nav class="sidebar" id="sidebar" popover aria-label="${fn:escapeXml(texts.of('room.menu'))}">
  <p class="sidebar-top"><a class="room-back" href="${fn:escapeXml(base)}/chat/"><c:out value="${texts.of('room.lobby')}"/></a></p>
  <input type="search" id="filter" class="filter" autocomplete="off" hidden
         placeholder="${fn:escapeXml(texts.of('room.filter'))}" aria-label="${fn:escapeXml(texts.of('room.filter'))}">
  <c:if test="${not empty user}">
    <div id="rooms">
      <section class="rooms" aria-labelledby="rooms-title">
        <h2 id="rooms-title"><c:out value="${texts.of('room.rooms')}"/></h2>
        <ul><c:forEach var="it" items="${rooms}"><c:if test="${not fn:startsWith(it.room().key().value(), '@')}"><w:room item="${it}" here="${it.room().key() eq key}"/></c:if></c:forEach></ul>
      </section>
      <section class="rooms directs" aria-labelledby="directs-title">
        <h2 id="directs-title"><c:out value="${texts.of('room.directs')}"/></h2>
        <ul><c:forEach var="it" items="${rooms}"><c:if test="${fn:startsWith(it.room().key().value(), '@')}"><w:room item="${it}" here="${it.room().key() eq key}"/></c:if></c:forEach></ul>
      </section>
    </div>
    <template id="room-item"><w:room/></template>
  </c:if>
  <section class="people" aria-labelledby="people-title">
    <h2 id="people-title"><c:out value="${texts.of('room.people')}"/>${' '}<span id="people-count">${fn:length(people)}</span></h2>
    <ul id="people" data-away="${fn:escapeXml(texts.of('room.away'))}" data-moderate="${fn:escapeXml(texts.of('room.moderate', '{0}'))}">
      <c:forEach var="person" items="${people}">
        <li title="@${fn:escapeXml(person.user().name())}" data-name="${fn:escapeXml(person.user().name())}" class="${person.state() eq 'AWAY' ? 'is-away' : ''}">
          <w:picture person="${person.user()}"/>
          <c:choose>
            <c:when test="${empty user or person.user().name() eq user.name()}"><bdi><c:out value="${person.user().display()}"/></bdi></c:when>
            <c:otherwise><a href="${fn:escapeXml(base)}/chat/@${fn:escapeXml(person.user().name())}/"><bdi><c:out value="${person.user().display()}"/></bdi></a></c:otherwise>
          </c:choose>
          <c:if test="${standing.moderates() and person.user().name() ne user.name()}">
            <a class="moderate" href="settings?handle=${fn:escapeXml(person.user().name())}#people-title"
               aria-label="${fn:escapeXml(texts.of('room.moderate', person.user().display()))}"></a>
          </c:if>
          <span class="visually-hidden"><c:if test="${person.state() eq 'AWAY'}"><c:out value="${texts.of('room.away')}"/></c:if></span>
        </li>
      </c:forEach>
    </ul>
  </section>
  <c:if test="${not empty user}">
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
  </c:if>
  <w:account bell="false"/>
</nav>
