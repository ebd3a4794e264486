<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="w" tagdir="/WEB-INF/tags" %>
<fieldset class="choices">
  <legend><c:out value="${texts.of('profile.colour')}"/></legend>
  <label><input type="radio" name="colour" value="teal" ${visit.profile().colour() eq 'teal' ? 'checked' : ''}><w:picture person="${visit.user()}" tone="teal"/> <c:out value="${texts.of('colour.teal')}"/></label>
  <label><input type="radio" name="colour" value="navy" ${visit.profile().colour() eq 'navy' ? 'checked' : ''}><w:picture person="${visit.user()}" tone="navy"/> <c:out value="${texts.of('colour.navy')}"/></label>
  <label><input type="radio" name="colour" value="slateblue" ${visit.profile().colour() eq 'slateblue' ? 'checked' : ''}><w:picture person="${visit.user()}" tone="slateblue"/> <c:out value="${texts.of('colour.slateblue')}"/></label>
  <label><input type="radio" name="colour" value="indigo" ${visit.profile().colour() eq 'indigo' ? 'checked' : ''}><w:picture person="${visit.user()}" tone="indigo"/> <c:out value="${texts.of('colour.indigo')}"/></label>
  <label><input type="radio" name="colour" value="purple" ${visit.profile().colour() eq 'purple' ? 'checked' : ''}><w:picture person="${visit.user()}" tone="purple"/> <c:out value="${texts.of('colour.purple')}"/></label>
  <label><input type="radio" name="colour" value="mediumvioletred" ${visit.profile().colour() eq 'mediumvioletred' ? 'checked' : ''}><w:picture person="${visit.user()}" tone="mediumvioletred"/> <c:out value="${texts.of('colour.mediumvioletred')}"/></label>
  <label><input type="radio" name="colour" value="crimson" ${visit.profile().colour() eq 'crimson' ? 'checked' : ''}><w:picture person="${visit.user()}" tone="crimson"/> <c:out value="${texts.of('colour.crimson')}"/></label>
  <label><input type="radio" name="colour" value="firebrick" ${visit.profile().colour() eq 'firebrick' ? 'checked' : ''}><w:picture person="${visit.user()}" tone="firebrick"/> <c:out value="${texts.of('colour.firebrick')}"/></label>
  <label><input type="radio" name="colour" value="sienna" ${visit.profile().colour() eq 'sienna' ? 'checked' : ''}><w:picture person="${visit.user()}" tone="sienna"/> <c:out value="${texts.of('colour.sienna')}"/></label>
  <label><input type="radio" name="colour" value="darkolivegreen" ${visit.profile().colour() eq 'darkolivegreen' ? 'checked' : ''}><w:picture person="${visit.user()}" tone="darkolivegreen"/> <c:out value="${texts.of('colour.darkolivegreen')}"/></label>
  <label><input type="radio" name="colour" value="darkgreen" ${visit.profile().colour() eq 'darkgreen' ? 'checked' : ''}><w:picture person="${visit.user()}" tone="darkgreen"/> <c:out value="${texts.of('colour.darkgreen')}"/></label>
  <label><input type="radio" name="colour" value="dimgray" ${visit.profile().colour() eq 'dimgray' ? 'checked' : ''}><w:picture person="${visit.user()}" tone="dimgray"/> <c:out value="${texts.of('colour.dimgray')}"/></label>
</fieldset>
