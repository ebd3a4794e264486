<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="line" type="chat.warren.chat.Line" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<li class="line" data-seq="${line.seq()}" data-at="${line.at()}" dir="auto">
  <c:forEach var="it" items="${line.said()}"><span><c:out value="${texts.of(it.key(), it.from(), it.about())}"/></span> </c:forEach>
</li>
