<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:page title="${texts.of('offline.title')} · ${texts.of('app.name')}" script="offline.js">
<body class="plain-page">
  <main class="error-page" id="main">
    <h1><c:out value="${texts.of('offline.title')}"/></h1>
    <p role="status"><c:out value="${texts.of('offline.hint')}"/></p>
    <section id="kept" class="card" aria-labelledby="kept-title" hidden>
      <h2 id="kept-title"><c:out value="${texts.of('offline.kept')}"/></h2>
      <ol id="waiting" class="waiting"></ol>
    </section>
    <p><button type="button" id="again"><c:out value="${texts.of('message.again')}"/></button></p>
  </main>
</body>
</w:page>
