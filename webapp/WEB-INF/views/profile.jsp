<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:plain title="${texts.of('profile.title')}">
  <div class="section-head">
    <p><c:out value="${texts.of('register.handle')}"/>: <strong><bdi><c:out value="${visit.user().name()}"/></bdi></strong></p>
    <form method="post" action="${fn:escapeXml(base)}/sign-out">
      <w:csrf/>
      <button type="submit" class="quiet-button" id="sign-out"><c:out value="${texts.of('account.sign-out')}"/></button>
    </form>
  </div>

  <form method="post" action="${fn:escapeXml(base)}/profile" class="card" id="about">
    <w:csrf/>
    <w:field name="display" label="${texts.of('lobby.display')}" hint="${texts.of('lobby.display.hint')}" value="${visit.user().display()}" autocomplete="nickname"/>
    <w:colours/>
    <p class="field">
      <label for="language"><c:out value="${texts.of('profile.language')}"/></label>
      <select id="language" name="language">
        <option value=""><c:out value="${texts.of('profile.browser')}"/></option>
        <option value="en" lang="en" ${visit.profile().language() eq 'en' ? 'selected' : ''}>English</option>
        <option value="zh-Hans" lang="zh-Hans" ${visit.profile().language() eq 'zh-Hans' ? 'selected' : ''}>简体中文</option>
        <option value="zh-Hant" lang="zh-Hant" ${visit.profile().language() eq 'zh-Hant' ? 'selected' : ''}>繁體中文</option>
      </select>
    </p>
    <w:field name="zone" label="${texts.of('profile.zone')}" hint="${texts.of('profile.zone.hint')}" value="${visit.profile().zone()}" list="zones" autocomplete="off" optional="true"/>
    <datalist id="zones">
      <c:forEach var="zone" items="${zones}"><option value="${fn:escapeXml(zone)}"></option></c:forEach>
    </datalist>
    <p><button type="submit"><c:out value="${texts.of('profile.save')}"/></button></p>
  </form>

  <section aria-labelledby="privacy-title">
    <h2 id="privacy-title"><c:out value="${texts.of('privacy.title')}"/></h2>
    <w:privacy to="/profile"/>
    <p><a href="${fn:escapeXml(base)}/contacts"><c:out value="${texts.of('room.contacts')}"/></a></p>
  </section>

  <section aria-labelledby="password-title">
    <h2 id="password-title"><c:out value="${texts.of('profile.password')}"/></h2>
    <form method="post" action="${fn:escapeXml(base)}/profile/password" class="card">
      <w:csrf/>
      <input type="hidden" autocomplete="username" value="${fn:escapeXml(visit.user().name())}">
      <c:if test="${not visit.mayReset()}">
        <w:field name="old" label="${texts.of('profile.password.old')}" type="password" autocomplete="current-password"/>
      </c:if>
      <w:field name="new" label="${texts.of('profile.password.new')}" hint="${texts.of('profile.password.hint')}" type="password" autocomplete="new-password"/>
      <p><button type="submit"><c:out value="${texts.of('profile.password')}"/></button></p>
    </form>
  </section>

  <section aria-labelledby="sessions-title">
    <h2 id="sessions-title"><c:out value="${texts.of('profile.sessions')}"/></h2>
    <ul id="sessions" class="rows">
      <c:forEach var="session" items="${sessions}">
        <li>
          <p>
            <strong><bdi><c:out value="${empty session.browser() ? texts.of('profile.session.unknown') : session.browser()}"/></bdi></strong><br>
            <small data-dates><c:out value="${texts.of('profile.session.days', session.since(), session.lastDay())}"/></small>
          </p>
          <c:choose>
            <c:when test="${session.id() eq visit.session()}"><span><c:out value="${texts.of('profile.session.this')}"/></span></c:when>
            <c:otherwise>
              <form method="post" action="${fn:escapeXml(base)}/profile/sessions">
                <w:csrf/>
                <button type="submit" class="quiet-button" name="session" value="${session.id()}"><c:out value="${texts.of('profile.session.end')}"/></button>
              </form>
            </c:otherwise>
          </c:choose>
        </li>
      </c:forEach>
    </ul>
    <c:if test="${fn:length(sessions) gt 1}">
      <form method="post" action="${fn:escapeXml(base)}/profile/sessions">
        <w:csrf/>
        <p><button type="submit" class="quiet-button"><c:out value="${texts.of('profile.session.end-others')}"/></button></p>
      </form>
    </c:if>
  </section>

  <section aria-labelledby="links-title">
    <h2 id="links-title"><c:out value="${texts.of('profile.links')}"/></h2>
    <ul id="links" class="rows">
      <c:forEach var="link" items="${links}">
        <li>
          <p>
            <strong><c:out value="${link.isInvitation() ? texts.of('profile.link.invitation') : texts.of('profile.link.sign-in')}"/></strong><br>
            <small data-dates><c:out value="${texts.of('profile.link.left', link.usesLeft(), link.lastDay())}"/></small>
          </p>
          <form method="post" action="${fn:escapeXml(base)}/profile/links">
            <w:csrf/>
            <button type="submit" class="quiet-button" name="revoke" value="${link.id()}"><c:out value="${texts.of('profile.link.revoke')}"/></button>
          </form>
        </li>
      </c:forEach>
    </ul>
    <c:if test="${mayInvite}">
      <form method="post" action="${fn:escapeXml(base)}/profile/links" class="card">
        <w:csrf/>
        <p class="field">
          <label for="uses"><c:out value="${texts.of('profile.link.uses')}"/></label>
          <input id="uses" name="uses" type="number" min="1" max="100" value="1" required>
        </p>
        <p><button type="submit"><c:out value="${texts.of('profile.link.invite')}"/></button></p>
      </form>
    </c:if>
    <form method="post" action="${fn:escapeXml(base)}/profile/links">
      <w:csrf/>
      <p><button type="submit" class="quiet-button"><c:out value="${texts.of('profile.link.device')}"/></button></p>
    </form>
  </section>

  <section aria-labelledby="delete-title">
    <h2 id="delete-title"><c:out value="${texts.of('profile.delete')}"/></h2>
    <form method="post" action="${fn:escapeXml(base)}/profile/delete" class="card">
      <w:csrf/>
      <fieldset class="choices wide">
        <legend><c:out value="${texts.of('profile.delete.messages')}"/></legend>
        <label><input type="radio" name="messages" value="stay" checked> <c:out value="${texts.of('profile.delete.stay', texts.of('account.deleted'))}"/></label>
        <label><input type="radio" name="messages" value="go"> <c:out value="${texts.of('profile.delete.go')}"/></label>
      </fieldset>
      <w:field name="password" label="${texts.of('register.password')}" type="password" autocomplete="current-password"/>
      <p><button type="submit" class="danger"><c:out value="${texts.of('profile.delete')}"/></button></p>
    </form>
  </section>
</w:plain>
