<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<div id="tools" class="tools" role="group" aria-label="${fn:escapeXml(texts.of('tools.title'))}" hidden>
  <w:tool act="react" key="+" text="${texts.of('tools.react')}"><path d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M7.2 8.2v.1M12.8 8.2v.1M6.5 11.5c1.7 3 5.3 3 7 0"/></w:tool>
  <w:tool act="reply" key="R" text="${texts.of('tools.reply')}"><path d="M8 4 3 9l5 5M3.5 9H12c3 0 5 2 5 6"/></w:tool>
  <w:tool act="edit" key="E" text="${texts.of('tools.edit')}"><path d="m3 17 1-4L14 3l3 3L7 16zM12 5l3 3"/></w:tool>
  <w:tool act="delete" key="Delete" text="${texts.of('tools.delete')}"><path d="M3.5 5.5h13M8 5V3h4v2M5.5 5.5l.7 11.5h7.6l.7-11.5M8.5 8.5v5.5M11.5 8.5v5.5"/></w:tool>
  <w:tool act="link" key="C" text="${texts.of('tools.link')}"><path d="m8 12 4-4M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2"/></w:tool>
</div>
<div id="picker" class="picker" popover role="dialog" aria-label="${fn:escapeXml(texts.of('tools.react'))}">
  <p class="picker-emoji"><c:forTokens var="emoji" delims=" " items="👍 ❤️ 😂 🎉 😮 😢 🙏 👀 ✅ ❌ 🔥 🚀 👏 💯 🤔 😅 🙂 😎 🤝 💡 ☕ 🍵 🍰 👎"><button type="button" data-emoji="${emoji}">${emoji}</button></c:forTokens></p>
  <ul class="picker-people" id="picker-people"></ul>
</div>
<template id="undo"><p class="message-undo"><span><c:out value="${texts.of('message.deleting')}"/></span> <button type="button"><c:out value="${texts.of('message.undo')}"/></button></p></template>
