<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="keys" required="true" %>
<%@ attribute name="text" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<div><dt><c:forTokens var="key" items="${keys}" delims=" "><kbd><c:out value="${key}"/></kbd> </c:forTokens></dt><dd><c:out value="${text}"/></dd></div>
