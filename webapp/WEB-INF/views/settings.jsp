<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<c:set var="moderates" value="${standing.moderates() and empty standing.following()}"/>
<c:set var="owns" value="${standing.owns() and empty standing.following()}"/>
<w:page title="${texts.of('settings.link')} · ${room.title()} · ${texts.of('app.name')}">
<body class="plain-page">
  <w:skip/>
  <w:masthead/>
  <main class="lobby settings" id="main">
    <div class="page-head">
      <p><a class="back" href="${fn:escapeXml(base)}/chat/${room.key().segment()}/"><c:out value="${texts.of('settings.back')}"/></a></p>
      <h1><c:if test="${room.isPrivate()}"><w:lock/> </c:if><bdi><c:out value="${room.title()}"/></bdi></h1>
      <p dir="auto"><c:out value="${room.topic()}"/></p>
    </div>
    <c:if test="${not empty problem}"><p class="problem" role="alert" data-dates><c:out value="${problem}"/></p></c:if>
    <section aria-labelledby="members-title">
      <h2 id="members-title"><c:out value="${texts.of('settings.members')}"/></h2>
      <ul class="member-list" id="members">
        <c:forEach var="member" items="${members}">
          <li>
            <span><w:picture person="${member.user()}"/> <bdi title="${fn:escapeXml(member.user().name())}"><c:out value="${member.user().shown(texts)}"/></bdi>
              <small><bdi>@<c:out value="${member.user().name()}"/></bdi><c:choose>
                <c:when test="${member.role().word() eq 'owner'}"> · <c:out value="${texts.of('role.owner')}"/></c:when>
                <c:when test="${member.role().word() eq 'moderator'}"> · <c:out value="${texts.of('role.moderator')}"/></c:when>
              </c:choose></small></span>
            <c:if test="${owns}">
              <w:measure type="role">
                <input type="hidden" name="name" value="${fn:escapeXml(member.user().name())}">
                <select name="role" aria-label="${fn:escapeXml(texts.of('settings.role'))}">
                  <option value="member" ${member.role().word() eq 'member' ? 'selected' : ''}><c:out value="${texts.of('role.member')}"/></option>
                  <option value="moderator" ${member.role().word() eq 'moderator' ? 'selected' : ''}><c:out value="${texts.of('role.moderator')}"/></option>
                  <option value="owner" ${member.role().word() eq 'owner' ? 'selected' : ''}><c:out value="${texts.of('role.owner')}"/></option>
                </select>
                <button class="quiet"><c:out value="${texts.of('settings.role')}"/></button>
              </w:measure>
            </c:if>
            <c:if test="${moderates and member.user().id() ne user.id()}">
              <w:measure type="remove">
                <input type="hidden" name="name" value="${fn:escapeXml(member.user().name())}">
                <button class="quiet"><c:out value="${texts.of('settings.remove')}"/></button>
              </w:measure>
            </c:if>
          </li>
        </c:forEach>
      </ul>
      <c:if test="${not empty user and empty standing.following() and not standing.isMember()}">
        <w:measure type="join"><button><c:out value="${texts.of('settings.join')}"/></button></w:measure>
      </c:if>
      <c:if test="${standing.isMember()}">
        <w:measure type="leave"><button class="quiet"><c:out value="${texts.of('settings.leave')}"/></button></w:measure>
      </c:if>
    </section>
    <c:if test="${moderates}">
      <section aria-labelledby="people-title">
        <h2 id="people-title"><c:out value="${texts.of('settings.people')}"/></h2>
        <div class="card">
        <w:measure type="invite">
          <label for="invite"><c:out value="${texts.of('settings.handle')}"/></label>
          <input id="invite" name="name" required autocomplete="off" autocapitalize="none" spellcheck="false" value="${fn:escapeXml(handle)}">
          <button><c:out value="${texts.of('settings.invite')}"/></button>
        </w:measure>
        <w:measure type="mute">
          <label for="mute"><c:out value="${texts.of('settings.handle')}"/></label>
          <input id="mute" name="name" required autocomplete="off" autocapitalize="none" spellcheck="false" value="${fn:escapeXml(handle)}">
          <w:until/>
          <button><c:out value="${texts.of('settings.mute')}"/></button>
        </w:measure>
        <w:measure type="ban">
          <label for="ban"><c:out value="${texts.of('settings.handle')}"/></label>
          <input id="ban" name="name" required autocomplete="off" autocapitalize="none" spellcheck="false" value="${fn:escapeXml(handle)}">
          <w:until/>
          <button><c:out value="${texts.of('settings.ban')}"/></button>
        </w:measure>
        </div>
        <c:if test="${not empty muted}">
          <h3><c:out value="${texts.of('settings.muted')}"/></h3>
          <ul class="member-list" id="muted"><c:forEach var="term" items="${muted}"><w:term term="${term}" lift="unmute" label="${texts.of('settings.unmute')}"/></c:forEach></ul>
        </c:if>
        <c:if test="${not empty banned}">
          <h3><c:out value="${texts.of('settings.banned')}"/></h3>
          <ul class="member-list" id="banned"><c:forEach var="term" items="${banned}"><w:term term="${term}" lift="unban" label="${texts.of('settings.unban')}"/></c:forEach></ul>
        </c:if>
      </section>
      <section aria-labelledby="room-title">
        <h2 id="room-title"><c:out value="${texts.of('settings.room')}"/></h2>
        <div class="card">
        <w:measure type="room">
          <label for="topic"><c:out value="${texts.of('settings.topic')}"/></label>
          <input id="topic" name="topic" dir="auto" autocomplete="off" value="${fn:escapeXml(state.topic())}">
          <button><c:out value="${texts.of('settings.save')}"/></button>
        </w:measure>
        <w:measure type="room">
          <label for="slow"><c:out value="${texts.of('settings.slow')}"/></label>
          <input id="slow" name="slow" type="number" min="0" max="21600" required value="${state.slow()}">
          <button><c:out value="${texts.of('settings.save')}"/></button>
        </w:measure>
        <w:measure type="room">
          <button name="readOnly" value="${not state.readOnly()}"><c:out value="${state.readOnly() ? texts.of('settings.writable') : texts.of('settings.read-only')}"/></button>
        </w:measure>
        <c:if test="${owns}">
          <w:measure type="room">
            <label for="title"><c:out value="${texts.of('settings.title')}"/></label>
            <input id="title" name="title" dir="auto" required autocomplete="off" value="${fn:escapeXml(state.title())}">
            <button><c:out value="${texts.of('settings.save')}"/></button>
          </w:measure>
          <w:measure type="room">
            <button name="archived" value="true" class="quiet"><c:out value="${texts.of('settings.archive')}"/></button>
          </w:measure>
        </c:if>
        </div>
      </section>
    </c:if>
    <c:if test="${state.archived() and standing.owns()}">
      <section><w:measure type="room">
        <button name="archived" value="false"><c:out value="${texts.of('settings.reopen')}"/></button>
      </w:measure></section>
    </c:if>
  </main>
</body>
</w:page>
