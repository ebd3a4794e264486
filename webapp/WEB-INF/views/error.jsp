<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:page title="${texts.of('error.title')} · ${texts.of('app.name')}">
<body class="plain-page">
  <w:skip/>
  <w:masthead/>
  <main class="error-page" id="main">
    <p class="error-status" aria-hidden="true">${status}</p>
    <h1><c:out value="${texts.of('error.title')}"/></h1>
    <p data-dates><c:out value="${sentence}"/></p>
    <p><a class="button" href="${fn:escapeXml(base)}/"><c:out value="${texts.of('error.back')}"/></a></p>
  </main>
</body>
</w:page>
