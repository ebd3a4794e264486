<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="script" %>
<%@ attribute name="style" %>
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
  <link rel="icon" href="${fn:escapeXml(base)}/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${fn:escapeXml(base)}/css/warren.css">
  <c:if test="${not empty style}">
    <link rel="stylesheet" href="${fn:escapeXml(base)}/css/${fn:escapeXml(style)}">
  </c:if>
  <c:if test="${not empty script}">
    <script type="module" src="${fn:escapeXml(base)}/js/${fn:escapeXml(script)}"></script>
  </c:if>
</head>
<jsp:doBody/>
</html>
