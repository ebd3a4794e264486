<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="text" required="true" %>
<%@ attribute name="use" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<p data-command="${name}" data-use="${fn:escapeXml(use)}"><c:out value="${text}"/></p>
