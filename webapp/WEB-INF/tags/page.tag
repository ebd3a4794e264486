<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="script" %>
<%@ attribute name="style" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<!DOCTYPE html>
<c:set var="zone" value="${fn:escapeXml(visit.profile().zone())}"/>
<html lang="${texts.language()}" data-base="${fn:escapeXml(base)}"${kept ? '' : ' data-person="'.concat(empty visit ? '' : visit.user().id()).concat('"')}${empty zone ? '' : ' data-zone="'.concat(zone).concat('"')}>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title><c:out value="${title}"/></title>
  <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff">
  <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#232725">
  <link rel="icon" href="${fn:escapeXml(assets.url('icons/warren.svg'))}" type="image/svg+xml"
        data-read="${fn:escapeXml(assets.url('icons/warren.svg'))}" data-unread="${fn:escapeXml(assets.url('icons/warren-unread.svg'))}">
  <link rel="apple-touch-icon" href="${fn:escapeXml(base)}/pictures/touch-180.png">
  <link rel="manifest" href="${fn:escapeXml(base)}/manifest.webmanifest" data-worker="${fn:escapeXml(base)}/service-worker.js">
  <link rel="stylesheet" href="${fn:escapeXml(assets.url('css/warren.css'))}">
  <link rel="stylesheet" href="${fn:escapeXml(assets.url('css/text.css'))}">
  <link rel="stylesheet" href="${fn:escapeXml(assets.url('css/pages.css'))}">
  <c:if test="${not empty style}"><link rel="stylesheet" href="${fn:escapeXml(assets.url('css/'.concat(style)))}"></c:if>
  <script type="module" src="${fn:escapeXml(assets.url('js/page.js'))}"></script>
  <c:if test="${not empty script}">
    <c:forEach var="module" items="${assets.modules('js/'.concat(script))}"><link rel="modulepreload" href="${fn:escapeXml(module)}"></c:forEach>
    <script type="module" src="${fn:escapeXml(assets.url('js/'.concat(script)))}"></script>
  </c:if>
</head>
<jsp:doBody/>
</html>
