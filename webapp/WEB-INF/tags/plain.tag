<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:page title="${title} · ${texts.of('app.name')}">
<body class="plain-page">
  <w:skip/>
  <w:masthead/>
  <main class="sheet" id="main">
    <h1><c:out value="${title}"/></h1>
    <c:if test="${not empty problem}"><p class="problem" role="alert" data-dates><c:out value="${problem}"/></p></c:if>
    <jsp:doBody/>
  </main>
</body>
</w:page>
