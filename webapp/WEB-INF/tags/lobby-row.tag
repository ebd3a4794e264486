<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%-- A Lobby.Row; some JSP compilers do not find the class of one that stands within another. --%>
<%@ attribute name="row" required="true" type="java.lang.Object" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<li data-room="${fn:escapeXml(row.key().value())}"><a href="${fn:escapeXml(base)}/chat/${row.key().segment()}/">
  <span class="room-name"><span><c:if test="${row.isPrivate()}"><w:lock/> </c:if><bdi><c:out value="${row.title()}"/></bdi></span>
    <small dir="auto"><c:out value="${row.topic()}"/></small></span>
  <w:badge unread="${row.unread()}" mentions="0"/>
  <span class="room-people ${row.people() gt 0 ? 'is-busy' : ''}"><c:out value="${texts.of('lobby.people', row.people())}"/></span>
</a></li>
