<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="bell" type="java.lang.Boolean" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<c:if test="${not empty visit and bell ne false}"><w:bell/></c:if>
<nav class="account" aria-label="${fn:escapeXml(texts.of('account.you'))}">
  <c:choose>
    <c:when test="${not empty visit and not visit.user().isGuest()}">
      <c:if test="${visit.user().isAdministrator()}">
        <a href="${fn:escapeXml(base)}/people"><c:out value="${texts.of('people.title')}"/></a>
      </c:if>
      <a class="account-profile" href="${fn:escapeXml(base)}/profile">
        <w:picture person="${visit.user()}"/>
        <bdi><c:out value="${visit.user().display()}"/></bdi>
      </a>
    </c:when>
    <c:otherwise>
      <c:if test="${not empty visit}">
        <span class="account-guest"><bdi><c:out value="${visit.user().display()}"/></bdi></span>
      </c:if>
      <c:set var="back" value="${empty here ? '' : '?to='.concat(here)}"/>
      <a href="${fn:escapeXml(base)}/sign-in${fn:escapeXml(back)}"><c:out value="${texts.of('account.sign-in')}"/></a>
      <c:if test="${entrance.isOpen()}">
        <a href="${fn:escapeXml(base)}/register${fn:escapeXml(back)}"><c:out value="${texts.of('account.register')}"/></a>
      </c:if>
    </c:otherwise>
  </c:choose>
</nav>
