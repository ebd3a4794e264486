<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="person" type="chat.warren.user.User" required="true" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<label class="bare-choice"><input type="checkbox" form="together" name="with" value="${fn:escapeXml(person.name())}" aria-label="${fn:escapeXml(texts.of('together.with', person.display()))}"></label>
