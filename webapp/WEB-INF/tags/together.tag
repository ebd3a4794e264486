<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%-- Its boxes stand beside the people of the page: the tag "with". --%>
<form method="get" action="${fn:escapeXml(base)}/together" class="card" id="together" aria-labelledby="together-title">
  <h2 id="together-title"><c:out value="${texts.of('together.title')}"/></h2>
  <p><c:out value="${texts.of('together.choose')}"/></p>
  <p class="field">
    <label for="with"><c:out value="${texts.of('together.others')}"/></label>
    <input id="with" name="with" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="with-hint">
    <small id="with-hint"><c:out value="${texts.of('together.hint')}"/></small>
  </p>
  <p><button type="submit"><c:out value="${texts.of('together.open')}"/></button></p>
</form>
