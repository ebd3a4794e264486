<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<c:if test="${setup.isOpen()}">
  <p class="notice" role="status">
    <c:out value="${texts.of('setup.notice')}"/>${' '}
    <a href="${fn:escapeXml(base)}/setup"><c:out value="${texts.of('setup.title')}"/></a>
  </p>
</c:if>
