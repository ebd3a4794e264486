package chat.warren.markup;

import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Lets a link lead only to where everybody can see that it leads: behind each whose text is not its
 * address stands the host. Pictures are links, for a picture on another site tells that site who
 * reads. What leads anywhere else stays as it was written. For one document.
 */
final class HonestLinks extends AbstractVisitor {
  private final Source source;

  HonestLinks(Source source) {
    this.source = source;
  }

  @Override
  public void visit(Image image) {
    Link link = new Link(image.getDestination(), null);
    link.setSourceSpans(image.getSourceSpans());
    for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
      link.appendChild(child);
    }
    image.insertBefore(link);
    image.unlink();
    visit(link);
  }

  @Override
  public void visit(Link link) {
    Optional<Address> address = Address.of(link.getDestination());
    if (address.isEmpty()) {
      Written.replace(link, source.of(link));
      return;
    }
    flatten(link);
    String url = address.get().url();
    link.setTitle(null);
    link.setDestination(url);
    if (link.getFirstChild() == null) {
      link.appendChild(new Text(url));
    } else if (!isText(link, url) && !isText(link, address.get().host())) {
      link.appendChild(new Drawing.Host(address.get().host()));
    }
  }

  /** Links and pictures within a link are their texts. */
  private static void flatten(Node node) {
    Node next;
    for (Node child = node.getFirstChild(); child != null; child = next) {
      next = child.getNext();
      flatten(child);
      if (child instanceof Link || child instanceof Image) {
        Written.unwrap(child, "", "");
      }
    }
  }

  private static boolean isText(Link link, String text) {
    return link.getFirstChild() instanceof Text first
        && first.getNext() == null
        && first.getLiteral().equalsIgnoreCase(text);
  }
}
