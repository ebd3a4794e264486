<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true" %>
<%@ attribute name="person" type="chat.warren.user.User" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<li data-name="${fn:escapeXml(person.name())}">
  <span class="contact-name">
    <a href="${fn:escapeXml(base)}/chat/@${fn:escapeXml(person.name())}/"><bdi><c:out value="${person.display()}"/></bdi></a>
    <small><bdi>@<c:out value="${person.name()}"/></bdi></small>
  </span>
  <form method="post" action="${fn:escapeXml(base)}/contacts">
    <w:csrf/>
    <input type="hidden" name="handle" value="${fn:escapeXml(person.name())}">
    <jsp:doBody/>
  </form>
</li>
