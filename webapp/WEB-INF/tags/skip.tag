<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<a class="skip button" href="#main"><c:out value="${texts.of('page.skip')}"/></a>
