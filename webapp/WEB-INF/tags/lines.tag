<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<template id="lines">
  <ol><w:line/></ol>
  <p data-line="joined"><c:out value="${texts.of('line.joined', '{0}', '{1}')}"/></p>
  <p data-line="left"><c:out value="${texts.of('line.left', '{0}', '{1}')}"/></p>
  <p data-line="invited"><c:out value="${texts.of('line.invited', '{0}', '{1}')}"/></p>
  <p data-line="removed"><c:out value="${texts.of('line.removed', '{0}', '{1}')}"/></p>
  <p data-line="role-owner"><c:out value="${texts.of('line.role-owner', '{0}', '{1}')}"/></p>
  <p data-line="role-moderator"><c:out value="${texts.of('line.role-moderator', '{0}', '{1}')}"/></p>
  <p data-line="role-member"><c:out value="${texts.of('line.role-member', '{0}', '{1}')}"/></p>
  <p data-line="banned"><c:out value="${texts.of('line.banned', '{0}', '{1}')}"/></p>
  <p data-line="unbanned"><c:out value="${texts.of('line.unbanned', '{0}', '{1}')}"/></p>
  <p data-line="muted"><c:out value="${texts.of('line.muted', '{0}', '{1}')}"/></p>
  <p data-line="unmuted"><c:out value="${texts.of('line.unmuted', '{0}', '{1}')}"/></p>
  <p data-line="title"><c:out value="${texts.of('line.title', '{0}', '{1}')}"/></p>
  <p data-line="topic"><c:out value="${texts.of('line.topic', '{0}', '{1}')}"/></p>
  <p data-line="no-topic"><c:out value="${texts.of('line.no-topic', '{0}', '{1}')}"/></p>
  <p data-line="read-only"><c:out value="${texts.of('line.read-only', '{0}', '{1}')}"/></p>
  <p data-line="writable"><c:out value="${texts.of('line.writable', '{0}', '{1}')}"/></p>
  <p data-line="slow"><c:out value="${texts.of('line.slow', '{0}', '{1}')}"/></p>
  <p data-line="quick"><c:out value="${texts.of('line.quick', '{0}', '{1}')}"/></p>
  <p data-line="archived"><c:out value="${texts.of('line.archived', '{0}', '{1}')}"/></p>
  <p data-line="reopened"><c:out value="${texts.of('line.reopened', '{0}', '{1}')}"/></p>
</template>
