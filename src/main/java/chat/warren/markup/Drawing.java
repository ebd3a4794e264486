package chat.warren.markup;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Draws what Markdown itself does not know. For one rendering. */
final class Drawing implements NodeRenderer {
  static final String MENTION = "mention";
  static final String HOST = "link-host";

  private final HtmlWriter html;

  Drawing(HtmlNodeRendererContext context) {
    html = context.getWriter();
  }

  /** What stands for something that was written otherwise: an emoji, an escaped sign. */
  static final class Sign extends CustomNode {
    private final String shown;

    Sign(String shown) {
      this.shown = shown;
    }
  }

  /** Somebody who is named. */
  static final class Mention extends CustomNode {
    private final String written;
    private final String handle;

    /**
     * @param written with the {@code @}
     */
    Mention(String written, String handle) {
      this.written = written;
      this.handle = handle;
    }
  }

  /** Where a link leads to. */
  static final class Host extends CustomNode {
    private final String name;

    Host(String name) {
      this.name = name;
    }
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Sign.class, Mention.class, Host.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof Sign sign) {
      html.text(sign.shown);
    } else if (node instanceof Mention mention) {
      html.tag("span", new TreeMap<>(Map.of("class", MENTION, "data-name", mention.handle)));
      html.text(mention.written);
      html.tag("/span");
    } else if (node instanceof Host host) {
      // A direction of its own, so that no sign in the link's text turns it around.
      html.tag("span", new TreeMap<>(Map.of("class", HOST, "dir", "ltr")));
      html.text(" (" + host.name + ")");
      html.tag("/span");
    }
  }

  /** A link leaves the chat open. */
  static void newWindow(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Link) {
      attributes.put("target", "_blank");
    }
  }
}
