<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<span class="lock" role="img" aria-label="${fn:escapeXml(texts.of('room.private'))}" title="${fn:escapeXml(texts.of('room.private'))}">🔒</span>
