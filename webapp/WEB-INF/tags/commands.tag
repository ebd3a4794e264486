<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<template id="commands" data-unknown="${fn:escapeXml(texts.of('command.unknown', '0'))}"
          data-use="${fn:escapeXml(texts.of('command.use', '0'))}" data-offline="${fn:escapeXml(texts.of('command.offline'))}">
  <w:command name="me" text="${texts.of('command.me')}" use="…"/>
  <c:if test="${not direct}">
    <w:command name="topic" text="${texts.of('command.topic')}" use="…"/>
    <w:command name="rename" text="${texts.of('command.rename')}" use="…"/>
    <w:command name="invite" text="${texts.of('command.invite')}" use="@…"/>
    <w:command name="remove" text="${texts.of('command.remove')}" use="@…"/>
    <w:command name="ban" text="${texts.of('command.ban')}" use="@… [30m|2h|7d]"/>
    <w:command name="unban" text="${texts.of('command.unban')}" use="@…"/>
  </c:if>
  <w:command name="mute" text="${texts.of('command.mute')}" use="${direct ? '' : '[@… [30m|2h|7d]]'}"/>
  <w:command name="unmute" text="${texts.of('command.unmute')}" use="${direct ? '' : '[@…]'}"/>
  <w:command name="msg" text="${texts.of('command.msg')}" use="@…"/>
  <c:if test="${not direct}">
    <w:command name="join" text="${texts.of('command.join')}"/>
    <w:command name="leave" text="${texts.of('command.leave')}"/>
  </c:if>
  <w:command name="help" text="${texts.of('command.help')}"/>
</template>
