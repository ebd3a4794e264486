<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<p class="silence" id="silence" role="status" data-dates ${empty standing.speaking() ? 'hidden' : ''}><c:out value="${standing.speaking().sentence(texts)}"/></p>
<noscript><p class="problem"><c:out value="${texts.of('room.noscript')}"/></p></noscript>
<p id="problem" class="problem" role="alert" hidden></p>
<div id="mode" class="mode" hidden data-reply="${fn:escapeXml(texts.of('mode.reply', '0'))}" data-edit="${fn:escapeXml(texts.of('mode.edit'))}">
  <p class="mode-text"><strong id="mode-title"></strong> <span id="mode-quote" dir="auto"></span></p>
  <button type="button" id="mode-end" class="icon" aria-label="${fn:escapeXml(texts.of('mode.end'))}">✕</button>
</div>
<ul id="completion" class="completion" role="listbox" aria-label="${fn:escapeXml(texts.of('room.completion'))}"
    data-here="${fn:escapeXml(texts.of('mention.here'))}" hidden></ul>
<form id="composer" class="composer" method="post" action="${fn:escapeXml(base)}/chat/${key.segment()}/" ${empty standing.speaking() ? '' : 'hidden'}>
  <w:csrf/>
  <input type="hidden" name="id" value="${fn:escapeXml(id)}">
  <label for="text" class="visually-hidden"><c:out value="${texts.of('room.write')}"/></label>
  <textarea id="text" name="message" rows="1" dir="auto" autofocus autocomplete="off"
            aria-autocomplete="list" aria-controls="completion"
            placeholder="${fn:escapeXml(texts.of('room.write'))}" aria-describedby="text-hint"><c:out value="${draft}"/></textarea>
  <button type="submit"><c:out value="${texts.of('room.send')}"/></button>
  <small id="text-hint" data-keyboard="${fn:escapeXml(texts.of('room.write.hint'))}"
         data-touch="${fn:escapeXml(texts.of('room.write.hint.touch'))}"><c:out value="${texts.of('room.write.hint')}"/></small>
</form>
