<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<header class="masthead">
  <a class="brand" href="${fn:escapeXml(base)}/"><img src="${fn:escapeXml(assets.url('icons/warren.svg'))}" alt="" width="28" height="28"> <c:out value="${texts.of('app.name')}"/></a>
  <w:account/>
</header>
