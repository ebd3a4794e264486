<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<section class="lobby-enter" aria-labelledby="enter-title">
  <h2 id="enter-title"><c:out value="${texts.of('lobby.enter')}"/></h2>
  <c:if test="${not empty problem}">
    <p class="problem" role="alert" data-dates><c:out value="${problem}"/></p>
  </c:if>
  <form method="post" action="${fn:escapeXml(base)}/enter" class="enter">
    <w:csrf/>
    <c:if test="${empty visit or visit.user().isGuest()}">
      <p class="field">
        <label for="display"><c:out value="${texts.of('lobby.display')}"/></label>
        <input id="display" name="display" required autocomplete="nickname" dir="auto" ${empty reader ? 'autofocus' : ''}
               value="${fn:escapeXml(display)}" aria-describedby="display-hint">
        <small id="display-hint"><c:out value="${texts.of('lobby.display.hint')}"/></small>
      </p>
    </c:if>
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
