<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="item" type="chat.warren.chat.UnreadRoom" %>
<%@ attribute name="here" type="java.lang.Boolean" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<c:set var="unread" value="${empty item ? 0 : item.tally().unread()}"/>
<li data-room="${fn:escapeXml(item.room().key().value())}" data-unread="${unread}">
  <a href="${fn:escapeXml(base)}/chat/${item.room().key().segment()}/" ${here ? 'aria-current="page"' : ''}><bdi><c:out value="${item.room().title()}"/></bdi>
    <span class="badge" ${unread eq 0 ? 'hidden' : ''}><span class="badge-mention" ${empty item or item.tally().mentions() eq 0 ? 'hidden' : ''}>@<span class="visually-hidden"><c:out value="${texts.of('room.mentions')}"/></span></span> <span class="badge-count">${unread gt 998 ? '999+' : unread}</span> <span class="visually-hidden"><c:out value="${texts.of('room.unread')}"/></span></span></a>
</li>
