<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:plain title="${texts.of('people.title')}">
  <p><a href="${fn:escapeXml(base)}/tokens"><c:out value="${texts.of('tokens.title')}"/></a></p>
  <form method="get" action="${fn:escapeXml(base)}/people" role="search" class="card">
    <w:field name="q" label="${texts.of('people.search')}" type="search" value="${words}" autocomplete="off" optional="true"/>
    <p><button type="submit"><c:out value="${texts.of('people.find')}"/></button></p>
  </form>
  <ul id="accounts" class="rows">
    <c:forEach var="person" items="${people}">
      <li data-name="${fn:escapeXml(person.name())}">
        <p>
          <w:with person="${person}"/> <w:picture person="${person}"/>
          <bdi><strong><c:out value="${person.display()}"/></strong></bdi> <bdi><c:out value="${person.name()}"/></bdi>
          <c:if test="${person.isAdministrator()}"><br><small><c:out value="${texts.of('people.administrator')}"/></small></c:if>
        </p>
        <form method="post" action="${fn:escapeXml(base)}/people">
          <w:csrf/>
          <input type="hidden" name="person" value="${person.id()}">
          <button type="submit" class="quiet-button" name="act" value="link"><c:out value="${texts.of('people.link')}"/></button>
          <c:choose>
            <c:when test="${person.isAdministrator()}">
              <button type="submit" class="quiet-button" name="act" value="no-administrator"><c:out value="${texts.of('people.demote')}"/></button>
            </c:when>
            <c:otherwise>
              <button type="submit" class="quiet-button" name="act" value="administrator"><c:out value="${texts.of('people.promote')}"/></button>
            </c:otherwise>
          </c:choose>
          <button type="submit" class="quiet-button" name="act" value="end"><c:out value="${texts.of('people.end')}"/></button>
        </form>
      </li>
    </c:forEach>
  </ul>
  <c:if test="${not empty people}"><w:together/></c:if>
  <c:if test="${empty people}"><p><c:out value="${texts.of('people.none')}"/></p></c:if>
</w:plain>
