<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="unread" required="true" type="java.lang.Integer" %>
<%@ attribute name="mentions" required="true" type="java.lang.Integer" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<span class="badge" ${unread eq 0 ? 'hidden' : ''}><span class="badge-mention" ${mentions eq 0 ? 'hidden' : ''}>@<span class="visually-hidden"><c:out value="${texts.of('room.mentions')}"/></span></span> <span class="badge-count">${unread gt 998 ? '999+' : unread}</span> <span class="visually-hidden"><c:out value="${texts.of('room.unread')}"/></span></span>
