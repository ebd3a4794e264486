package chat.warren.markup;

import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Shows parts of a text as they were written. Stateless. */
final class Written {
  private Written() {}

  /** Puts lines at the end of a node. */
  static void append(Node node, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        node.appendChild(new SoftLineBreak());
      }
      node.appendChild(new Text(lines.get(i)));
    }
  }

  /** Puts lines in the place of a node and all that is in it. */
  static void replace(Node node, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        node.insertBefore(new SoftLineBreak());
      }
      node.insertBefore(new Text(lines.get(i)));
    }
    node.unlink();
  }

  /** Takes a node away and leaves what is in it, between two texts. */
  static void unwrap(Node node, String before, String after) {
    node.insertBefore(new Text(before));
    for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
      node.insertBefore(child);
    }
    node.insertBefore(new Text(after));
    node.unlink();
  }
}
