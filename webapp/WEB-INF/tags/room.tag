<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="item" type="chat.warren.chat.UnreadRoom" %>
<%@ attribute name="here" type="java.lang.Boolean" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<c:set var="unread" value="${empty item ? 0 : item.tally().unread()}"/>
<li data-room="${fn:escapeXml(item.room().key().value())}" data-unread="${unread}">
  <a href="${fn:escapeXml(base)}/chat/${item.room().key().segment()}/" ${here ? 'aria-current="page"' : ''}><bdi><c:out value="${item.room().title()}"/></bdi>
    <w:badge unread="${unread}" mentions="${empty item ? 0 : item.tally().mentions()}"/></a>
</li>
