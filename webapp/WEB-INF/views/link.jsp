<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<w:plain title="${invitation ? texts.of('link.invitation') : texts.of('link.sign-in')}">
  <p><c:out value="${invitation ? texts.of('link.invitation.hint') : texts.of('link.sign-in.hint')}"/></p>
  <p class="card"><code class="link-text" id="address"><c:out value="${address}"/></code></p>
  <svg class="qr" viewBox="${qr.viewBox()}" role="img" aria-label="${fn:escapeXml(texts.of('link.qr'))}" shape-rendering="crispEdges"><path d="${qr.path()}"/></svg>
  <p><a href="${fn:escapeXml(base)}${fn:escapeXml(back)}"><c:out value="${texts.of('link.back')}"/></a></p>
</w:plain>
