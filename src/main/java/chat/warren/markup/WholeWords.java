package chat.warren.markup;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Delimited;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Leaves stars within words alone, as in {@code 2*3*4}. Letters beyond ASCII do not count, for
 * Chinese has no blanks around the words that somebody stresses. Stateless.
 */
final class WholeWords extends AbstractVisitor {
  @Override
  public void visit(Emphasis emphasis) {
    check(emphasis, emphasis);
  }

  @Override
  public void visit(StrongEmphasis emphasis) {
    check(emphasis, emphasis);
  }

  private void check(Node node, Delimited marks) {
    visitChildren(node);
    if (isWordAt(node.getPrevious(), false) || isWordAt(node.getNext(), true)) {
      Written.unwrap(node, marks.getOpeningDelimiter(), marks.getClosingDelimiter());
    }
  }

  private static boolean isWordAt(Node neighbour, boolean beginning) {
    if (!(neighbour instanceof Text text) || text.getLiteral().isEmpty()) {
      return false;
    }
    String literal = text.getLiteral();
    char c = literal.charAt(beginning ? 0 : literal.length() - 1);
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
