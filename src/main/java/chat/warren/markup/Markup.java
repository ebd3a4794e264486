package chat.warren.markup;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.Encoding;

/**
 * How a message is shown: a small Markdown (bold, italic, code, code blocks, lists, quotes, links),
 * emoji by their names and {@code @name}, as HTML that can do no harm. All other signs, headings
 * and HTML among them, stay as they were written, line for line. Thread-safe.
 */
public final class Markup {
  /** No headings, rules, HTML and indented code: a paste is full of them without meaning any. */
  private static final Set<Class<? extends Block>> BLOCKS =
      Set.of(BlockQuote.class, ListBlock.class, FencedCodeBlock.class);

  /** Deeper than anybody writes, and shallow enough for every thread's stack. */
  private static final int DEPTH = 20;

  private static final Parser PARSER = parser();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .percentEncodeUrls(true)
          .softbreak("<br />")
          .attributeProviderFactory(context -> Drawing::newWindow)
          .nodeRendererFactory(Drawing::new)
          .build();

  private static final List<Class<? extends Node>> PLAIN =
      List.of(Document.class, Paragraph.class, Text.class, HtmlInline.class, SoftLineBreak.class);

  private static final Pattern TAGS = Pattern.compile("<[^>]*>");

  private Markup() {}

  private static Parser parser() {
    Parser.Builder parser =
        Parser.builder()
            .enabledBlockTypes(BLOCKS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEPTH)
            .maxInlineNesting(DEPTH);
    Signs.ALL.forEach(parser::customInlineContentParserFactory);
    return parser.build();
  }

  /**
   * A text as HTML.
   *
   * @param text what somebody has written; null gives null
   * @return null if nothing in it means more than itself: it is shown as it is
   */
  public static String html(String text) {
    if (text == null || !Glance.findsSign(text)) {
      return null;
    }
    Source source = new Source(text);
    Node document = PARSER.parse(source.text());
    document.accept(new Spacing(source));
    document.accept(new HonestLinks(source));
    document.accept(new WholeWords());
    String html = isPlain(document) ? "" : Policy.sanitize(RENDERER.render(document));
    return TAGS.matcher(html).replaceAll("").isBlank() ? null : html;
  }

  /**
   * A text as text alone: what it says without the signs that give it a form, emoji instead of
   * their names.
   *
   * @param text what somebody has written; null gives null
   */
  public static String plain(String text) {
    String html = html(text);
    return html == null
        ? text
        : Encoding.decodeHtml(TAGS.matcher(html.replace("<br />", "\n")).replaceAll(""), false)
            .strip();
  }

  private static boolean isPlain(Node node) {
    if (!PLAIN.contains(node.getClass())) {
      return false;
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (!isPlain(child)) {
        return false;
      }
    }
    return true;
  }
}
