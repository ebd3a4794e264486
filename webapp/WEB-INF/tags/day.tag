<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="at" type="java.lang.Object" %>
<%@ attribute name="text" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<li class="day"><time datetime="${at}"><c:out value="${text}"/></time></li>
