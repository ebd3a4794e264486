<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:page title="${texts.of('contacts.title')} · ${texts.of('app.name')}">
<body class="plain-page">
  <w:skip/>
  <w:masthead/>
  <main class="lobby contacts" id="main">
    <div class="page-head">
      <h1><c:out value="${texts.of('contacts.title')}"/></h1>
      <p><c:out value="${texts.of('contacts.you')}"/>${' '}<strong><bdi>@<c:out value="${user.name()}"/></bdi></strong></p>
    </div>
    <c:if test="${not empty problem}">
      <p class="problem" role="alert" data-dates><c:out value="${problem}"/></p>
    </c:if>
    <section aria-labelledby="contacts-title">
      <h2 id="contacts-title"><c:out value="${texts.of('contacts.list')}"/></h2>
      <c:if test="${empty book.contacts()}"><p><c:out value="${texts.of('contacts.none')}"/></p></c:if>
      <ul id="contacts" class="contact-list">
        <c:forEach var="person" items="${book.contacts()}">
          <w:contact person="${person}" choosable="true" state="${states[person.name()]}">
            <button name="act" value="remove" class="quiet"><c:out value="${texts.of('contacts.remove')}"/></button>
            <button name="act" value="block" class="quiet"><c:out value="${texts.of('contacts.block')}"/></button>
          </w:contact>
        </c:forEach>
      </ul>
      <c:if test="${not empty book.asking()}">
        <h2><c:out value="${texts.of('contacts.asking')}"/></h2>
        <ul id="asking" class="contact-list">
          <c:forEach var="person" items="${book.asking()}">
            <w:contact person="${person}">
              <button name="act" value="accept"><c:out value="${texts.of('contacts.accept')}"/></button>
              <button name="act" value="decline" class="quiet"><c:out value="${texts.of('contacts.decline')}"/></button>
              <button name="act" value="block" class="quiet"><c:out value="${texts.of('contacts.block')}"/></button>
            </w:contact>
          </c:forEach>
        </ul>
      </c:if>
      <c:if test="${not empty book.asked()}">
        <h2><c:out value="${texts.of('contacts.asked')}"/></h2>
        <ul id="asked" class="contact-list">
          <c:forEach var="person" items="${book.asked()}">
            <w:contact person="${person}">
              <button name="act" value="remove" class="quiet"><c:out value="${texts.of('contacts.take-back')}"/></button>
            </w:contact>
          </c:forEach>
        </ul>
      </c:if>
      <c:if test="${not empty book.blocked()}">
        <h2><c:out value="${texts.of('contacts.blocked')}"/></h2>
        <ul id="blocked" class="contact-list">
          <c:forEach var="person" items="${book.blocked()}">
            <w:contact person="${person}">
              <button name="act" value="unblock" class="quiet"><c:out value="${texts.of('contacts.unblock')}"/></button>
            </w:contact>
          </c:forEach>
        </ul>
      </c:if>
    </section>
    <section aria-labelledby="find-title">
      <h2 id="find-title"><c:out value="${texts.of('contacts.find')}"/></h2>
      <form method="post" action="${fn:escapeXml(base)}/contacts" class="enter" id="find">
        <w:csrf/>
        <p class="field">
          <label for="handle"><c:out value="${texts.of('contacts.handle')}"/></label>
          <input id="handle" name="handle" required autocomplete="off" autocapitalize="none" spellcheck="false"
                 value="${fn:escapeXml(handle)}" aria-describedby="handle-hint">
          <small id="handle-hint"><c:out value="${texts.of('contacts.handle.hint')}"/></small>
        </p>
        <p class="buttons">
          <button name="act" value="ask"><c:out value="${texts.of('contacts.ask')}"/></button>
          <button name="act" value="block" class="quiet"><c:out value="${texts.of('contacts.block')}"/></button>
        </p>
        <small><c:out value="${texts.of('contacts.block.hint')}"/></small>
      </form>
      <w:together/>
      <h2><c:out value="${texts.of('privacy.title')}"/></h2>
      <w:privacy to="/contacts"/>
    </section>
  </main>
</body>
</w:page>
