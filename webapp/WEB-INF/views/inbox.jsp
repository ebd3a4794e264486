<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:page title="${texts.of('inbox.title')} · ${texts.of('app.name')}">
<body class="plain-page">
  <w:skip/>
  <w:masthead/>
  <main class="sheet inbox-page" id="main">
    <h1><c:out value="${texts.of('inbox.title')}"/></h1>
    <c:if test="${head gt read}">
      <form method="post" action="${fn:escapeXml(base)}/inbox/read">
        <w:csrf/>
        <input type="hidden" name="seq" value="${head}">
        <button type="submit" class="quiet"><c:out value="${texts.of('inbox.read')}"/></button>
      </form>
    </c:if>
    <c:if test="${empty events}"><p class="empty"><c:out value="${texts.of('inbox.empty')}"/></p></c:if>
    <ol class="events rows">
      <c:forEach var="event" items="${events}"><w:event message="${event}" read="${read}"/></c:forEach>
    </ol>
  </main>
</body>
</w:page>
