<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<header class="room-head">
  <button type="button" class="menu icon" popovertarget="sidebar" aria-label="${fn:escapeXml(texts.of('room.menu'))}">☰</button>
  <div class="room-title">
    <h1><c:if test="${room.isPrivate()}"><w:lock/>${' '}</c:if><bdi><c:out value="${title}"/></bdi></h1>
    <p id="topic" class="room-topic" dir="auto"><c:out value="${room.topic()}"/></p>
    <c:if test="${not empty user}">
      <span id="role" class="role" data-owner="${fn:escapeXml(texts.of('role.owner'))}"
            data-moderator="${fn:escapeXml(texts.of('role.moderator'))}"><c:choose>
        <c:when test="${standing.role().word() eq 'owner'}"><c:out value="${texts.of('role.owner')}"/></c:when>
        <c:when test="${standing.role().word() eq 'moderator'}"><c:out value="${texts.of('role.moderator')}"/></c:when>
      </c:choose></span>
    </c:if>
    <c:if test="${not empty other}"><w:sighting sighting="${sighting}" name="${other}"/></c:if>
  </div>
  <c:if test="${not empty user and not direct and empty standing.following()}">
    <form method="post" action="${fn:escapeXml(base)}/chat/${key.segment()}/" class="for-outsiders">
      <w:csrf/>
      <button name="type" value="join" class="quiet"><c:out value="${texts.of('settings.join')}"/></button>
    </form>
  </c:if>
  <c:choose>
    <c:when test="${direct}">
      <a class="room-settings" href="${fn:escapeXml(base)}/contacts?handle=${fn:escapeXml(fn:contains(key.value(), ',') ? '' : key.value())}"><span aria-hidden="true">⚙</span> <span class="label"><c:out value="${texts.of('room.contacts')}"/></span></a>
    </c:when>
    <c:when test="${not empty user}">
      <a class="room-settings" href="${fn:escapeXml(base)}/chat/${key.segment()}/settings"><span aria-hidden="true">⚙</span> <span class="label"><c:out value="${texts.of('settings.link')}"/></span></a>
    </c:when>
  </c:choose>
  <c:if test="${not empty user}">
    <w:bell/>
    <button type="button" id="shortcuts-open" class="icon" aria-label="${fn:escapeXml(texts.of('keys.title'))}" title="${fn:escapeXml(texts.of('keys.title'))} (?)">?</button>
  </c:if>
  <p id="status" class="status" role="status"
     data-connecting="${fn:escapeXml(texts.of('status.connecting'))}"
     data-online="${fn:escapeXml(texts.of('status.online'))}"
     data-again="${fn:escapeXml(texts.of('status.again'))}"
     data-offline="${fn:escapeXml(texts.of('status.offline'))}"
     data-closing="${fn:escapeXml(texts.of('status.closing'))}"
     data-changed="${fn:escapeXml(texts.of('status.changed'))}"
     data-signed-out="${fn:escapeXml(texts.of('status.signed-out'))}"
     data-banned="${fn:escapeXml(texts.of('status.banned'))}"
     data-removed="${fn:escapeXml(texts.of('status.removed'))}"
     data-archived="${fn:escapeXml(texts.of('status.archived'))}"
     data-kept-out="${fn:escapeXml(texts.of('status.kept-out'))}"></p>
  <button type="button" id="reload" hidden><c:out value="${texts.of('status.reload')}"/></button>
  <a id="sign-in-again" class="button" href="${fn:escapeXml(base)}/sign-in?to=${fn:escapeXml(here)}" hidden><c:out value="${texts.of('account.sign-in')}"/></a>
</header>
