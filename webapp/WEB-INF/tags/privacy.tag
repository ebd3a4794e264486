<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="to" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<form method="post" action="${fn:escapeXml(base)}/privacy" class="card" id="privacy">
  <w:csrf/>
  <input type="hidden" name="to" value="${fn:escapeXml(base)}${fn:escapeXml(to)}">
  <fieldset>
    <legend><c:out value="${texts.of('contacts.writers')}"/></legend>
    <label><input type="radio" name="writers" value="everybody" ${privacy.writers().word() eq 'everybody' ? 'checked' : ''}>
      <c:out value="${texts.of('contacts.writers.everybody')}"/></label>
    <label><input type="radio" name="writers" value="contacts" ${privacy.writers().word() eq 'contacts' ? 'checked' : ''}>
      <c:out value="${texts.of('contacts.writers.contacts')}"/></label>
  </fieldset>
  <p class="choice">
    <input id="receipts-shown" name="receipts" type="checkbox" ${privacy.receipts() ? 'checked' : ''}>
    <label for="receipts-shown"><c:out value="${texts.of('privacy.receipts')}"/></label>
  </p>
  <p><button type="submit"><c:out value="${texts.of('contacts.save')}"/></button></p>
</form>
