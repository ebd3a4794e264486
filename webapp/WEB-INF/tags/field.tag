<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="hint" %>
<%@ attribute name="value" %>
<%@ attribute name="type" %>
<%@ attribute name="autocomplete" required="true" %>
<%@ attribute name="list" %>
<%@ attribute name="optional" type="java.lang.Boolean" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<p class="field">
  <label for="${name}"><c:out value="${label}"/></label>
  <input id="${name}" name="${name}" type="${empty type ? 'text' : type}" dir="auto" ${optional ? '' : 'required'}
         autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false" value="${fn:escapeXml(value)}"
         ${empty list ? '' : 'list="'.concat(list).concat('"')}${' '}${empty hint ? '' : 'aria-describedby="'.concat(name).concat('-hint"')}>
  <c:if test="${not empty hint}"><small id="${name}-hint"><c:out value="${hint}"/></small></c:if>
</p>
