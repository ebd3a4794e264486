<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:page title="${texts.of('tokens.title')} · ${texts.of('app.name')}">
<body class="plain-page">
  <w:skip/>
  <w:masthead/>
  <main class="sheet tokens" id="main">
    <div class="page-head">
      <h1><c:out value="${texts.of('tokens.title')}"/></h1>
      <p><c:out value="${texts.of('tokens.hint')}"/></p>
    </div>
    <c:if test="${not empty secret}">
      <section class="token-secret" role="status">
        <p><c:out value="${texts.of('tokens.secret')}"/></p>
        <p><code id="secret"><c:out value="${secret}"/></code></p>
      </section>
    </c:if>
    <c:if test="${not empty problem}"><p class="problem" role="alert"><c:out value="${problem}"/></p></c:if>
    <form method="post" action="${fn:escapeXml(base)}/tokens" class="enter">
      <w:csrf/>
      <p class="field">
        <label for="label"><c:out value="${texts.of('tokens.label')}"/></label>
        <input id="label" name="label" required autocomplete="off" dir="auto" value="${fn:escapeXml(label)}">
      </p>
      <p><button type="submit"><c:out value="${texts.of('tokens.make')}"/></button></p>
    </form>
    <c:if test="${empty tokens}"><p><c:out value="${texts.of('tokens.empty')}"/></p></c:if>
    <ul class="token-list rows">
      <c:forEach var="token" items="${tokens}">
        <li>
          <p><bdi class="token-label"><c:out value="${token.label()}"/></bdi> <small><bdi><c:out value="${token.person().name()}"/></bdi></small></p>
          <p><small><c:out value="${texts.of('tokens.made')}"/> <time datetime="${token.createdAt()}"><c:out value="${token.createdAt()}"/></time>
            <c:out value="${token.madeBy()}"/></small></p>
          <p><small><c:out value="${texts.of('tokens.used')}"/>
            <c:choose>
              <c:when test="${empty token.usedAt()}"><c:out value="${texts.of('tokens.never')}"/></c:when>
              <c:otherwise><time datetime="${token.usedAt()}"><c:out value="${token.usedAt()}"/></time></c:otherwise>
            </c:choose></small></p>
          <c:choose>
            <c:when test="${empty token.revokedAt()}">
              <form method="post" action="${fn:escapeXml(base)}/tokens/revoke">
                <w:csrf/>
                <input type="hidden" name="token" value="${token.person().id()}">
                <button type="submit"><c:out value="${texts.of('tokens.revoke')}"/></button>
              </form>
            </c:when>
            <c:otherwise><p class="token-revoked"><c:out value="${texts.of('tokens.revoked')}"/></p></c:otherwise>
          </c:choose>
        </li>
      </c:forEach>
    </ul>
  </main>
</body>
</w:page>
