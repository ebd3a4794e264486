<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="row" required="true" type="chat.warren.chat.Row" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<c:if test="${not empty row.day()}"><w:day at="${row.at()}" text="${row.day()}"/></c:if>
<c:choose>
  <c:when test="${empty row.line()}"><w:message message="${row.message()}" row="${row}"/></c:when>
  <c:otherwise><w:line line="${row.line()}"/></c:otherwise>
</c:choose>
