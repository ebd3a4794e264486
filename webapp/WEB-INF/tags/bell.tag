<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<a class="bell" id="bell" href="${fn:escapeXml(base)}/inbox" aria-haspopup="dialog"><span aria-hidden="true">🔔</span>
  <span class="visually-hidden"><c:out value="${texts.of('inbox.title')}"/></span>
  <span class="bell-count" id="bell-count" role="status" hidden></span></a>
<dialog class="inbox" id="inbox" aria-labelledby="inbox-title">
  <div class="inbox-head">
    <h2 id="inbox-title"><c:out value="${texts.of('inbox.title')}"/></h2>
    <button type="button" id="inbox-close" class="quiet"><c:out value="${texts.of('inbox.close')}"/></button>
  </div>
  <p class="buttons">
    <button type="button" id="inbox-read" class="quiet" hidden><c:out value="${texts.of('inbox.read')}"/></button>
    <button type="button" id="inbox-notify" class="quiet" hidden><c:out value="${texts.of('inbox.notify')}"/></button>
  </p>
  <p class="empty" id="inbox-empty"><c:out value="${texts.of('inbox.empty')}"/></p>
  <ol class="events" id="events"></ol>
</dialog>
<template id="event" data-deleted-account="${fn:escapeXml(texts.of('account.deleted'))}"><w:event/></template>
<c:forEach var="module" items="${assets.modules('js/push/bell.js')}"><link rel="modulepreload" href="${fn:escapeXml(module)}"></c:forEach>
<script type="module" src="${fn:escapeXml(assets.url('js/push/bell.js'))}"></script>
