package chat.warren.markup;

import java.util.List;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * Gives back what Markdown takes away without showing anything for it: the blanks at the beginning
 * of lines, and lines that define a link's address. For one document.
 */
final class Spacing extends AbstractVisitor {
  private final Source source;

  /** The line of the text that the visit has come to. */
  private int line;

  Spacing(Source source) {
    this.source = source;
  }

  @Override
  public void visit(Document document) {
    Node next;
    for (Node block = document.getFirstChild(); block != null; block = next) {
      next = block.getNext();
      if (block instanceof Paragraph) {
        line = block.getSourceSpans().get(0).getLineIndex();
        visitChildren(block);
        indent(block.getSourceSpans().get(0).getLineIndex()).ifPresent(block::prependChild);
      }
    }
    document.accept(new Definitions());
  }

  @Override
  protected void visitChildren(Node parent) {
    Node next;
    for (Node child = parent.getFirstChild(); child != null; child = next) {
      next = child.getNext();
      List<SourceSpan> written = child.getSourceSpans();
      if (child.getFirstChild() == null && !written.isEmpty()) {
        line = written.get(written.size() - 1).getLineIndex();
      }
      child.accept(this);
    }
  }

  @Override
  public void visit(SoftLineBreak end) {
    indent(++line).ifPresent(end::insertAfter);
  }

  /** Two blanks at the end of a line, which would give two ends where blanks are shown. */
  @Override
  public void visit(HardLineBreak end) {
    SoftLineBreak same = new SoftLineBreak();
    end.insertAfter(same);
    end.unlink();
    visit(same);
  }

  private Optional<Node> indent(int line) {
    String blanks = source.indent(line);
    return blanks.isEmpty() ? Optional.empty() : Optional.of(new Text(blanks));
  }

  /** Lines that a reader would not see. */
  private final class Definitions extends AbstractVisitor {
    @Override
    public void visit(LinkReferenceDefinition definition) {
      Node shown = new Paragraph();
      Written.append(shown, source.of(definition));
      definition.insertBefore(shown);
      definition.unlink();
    }
  }
}
