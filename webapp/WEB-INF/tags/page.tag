<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="script" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<!DOCTYPE html>
<c:set var="zone" value="${fn:escapeXml(visit.profile().zone())}"/>
<html lang="${texts.language()}"${empty zone ? '' : ' data-zone="'.concat(zone).concat('"')}>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title><c:out value="${title}"/></title>
  <link rel="icon" href="${fn:escapeXml(assets.url('icons/warren.svg'))}" type="image/svg+xml">
  <link rel="stylesheet" href="${fn:escapeXml(assets.url('css/warren.css'))}">
  <c:if test="${not empty script}">
    <c:forEach var="module" items="${assets.modules('js/'.concat(script))}"><link rel="modulepreload" href="${fn:escapeXml(module)}"></c:forEach>
    <script type="module" src="${fn:escapeXml(assets.url('js/'.concat(script)))}"></script>
  </c:if>
</head>
<jsp:doBody/>
</html>
