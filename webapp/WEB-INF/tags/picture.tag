<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="person" type="chat.warren.user.User" %>
<%@ attribute name="tone" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<span class="picture ${empty tone ? person.tone() : tone}" data-initial="${fn:escapeXml(person.initial())}" aria-hidden="true"></span>
