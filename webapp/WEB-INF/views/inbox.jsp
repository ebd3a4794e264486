<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:page title="${texts.of('inbox.title')} · ${texts.of('app.name')}">
<body class="plain-page">
  <w:skip/>
  <header class="masthead">
    <p><a href="${fn:escapeXml(base)}/chat/"><c:out value="${texts.of('room.lobby')}"/></a></p>
    <h1><c:out value="${texts.of('inbox.title')}"/></h1>
  </header>
  <main class="inbox-page" id="main">
    <c:if test="${head gt read}">
      <form method="post" action="${fn:escapeXml(base)}/inbox/read">
        <w:csrf/>
        <input type="hidden" name="seq" value="${head}">
        <button type="submit"><c:out value="${texts.of('inbox.read')}"/></button>
      </form>
    </c:if>
    <c:if test="${empty events}"><p class="empty"><c:out value="${texts.of('inbox.empty')}"/></p></c:if>
    <ol class="events">
      <c:forEach var="event" items="${events}"><w:event message="${event}" read="${read}"/></c:forEach>
    </ol>
  </main>
</body>
</w:page>
