<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<dialog id="shortcuts" class="dialog" aria-labelledby="shortcuts-title">
  <h2 id="shortcuts-title"><c:out value="${texts.of('keys.title')}"/></h2>
  <dl class="keys">
    <w:key keys="?" text="${texts.of('keys.list')}"/>
    <w:key keys="Enter" text="${texts.of('keys.send')}"/>
    <w:key keys="Shift+Enter" text="${texts.of('keys.line')}"/>
    <w:key keys="↑" text="${texts.of('keys.edit-last')}"/>
    <w:key keys="@ /" text="${texts.of('keys.complete')}"/>
    <w:key keys="Esc" text="${texts.of('keys.escape')}"/>
    <w:key keys="Ctrl+K" text="${texts.of('keys.filter')}"/>
    <w:key keys="Alt+↑ Alt+↓" text="${texts.of('keys.room')}"/>
    <w:key keys="Alt+Shift+↑ Alt+Shift+↓" text="${texts.of('keys.unread')}"/>
    <w:key keys="Shift+Tab" text="${texts.of('keys.messages')}"/>
    <w:key keys="↑ ↓ Home End" text="${texts.of('keys.move')}"/>
    <w:key keys="R" text="${texts.of('tools.reply')}"/>
    <w:key keys="+" text="${texts.of('tools.react')}"/>
    <w:key keys="E" text="${texts.of('tools.edit')}"/>
    <w:key keys="Delete" text="${texts.of('tools.delete')}"/>
    <w:key keys="C" text="${texts.of('tools.link')}"/>
  </dl>
  <p class="choice">
    <input type="checkbox" id="single-keys" checked>
    <label for="single-keys"><c:out value="${texts.of('keys.single')}"/></label>
  </p>
  <form method="dialog"><button><c:out value="${texts.of('keys.close')}"/></button></form>
</dialog>
