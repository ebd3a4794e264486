package chat.warren.markup;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What may be in a message's HTML. Nothing else comes out of the renderer; this stands behind it,
 * so that a mistake there harms nobody. Thread-safe.
 */
final class Policy {
  private static final PolicyFactory ALLOWED =
      new HtmlPolicyBuilder()
          .allowElements("p", "br", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote")
          .allowElements("a", "span")
          .allowUrlProtocols("http", "https", "mailto")
          .allowAttributes("href")
          .onElements("a")
          .allowAttributes("target")
          .matching(false, "_blank")
          .onElements("a")
          .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
          .allowAttributes("start")
          .matching(Pattern.compile("\\d{1,9}"))
          .onElements("ol")
          .allowAttributes("class")
          .matching(Pattern.compile("language-[A-Za-z0-9+#.-]{1,32}"))
          .onElements("code")
          .allowAttributes("class")
          .matching(false, Drawing.MENTION, Drawing.HOST)
          .onElements("span")
          .allowAttributes("dir")
          .matching(false, "ltr")
          .onElements("span")
          .allowAttributes("data-name")
          .matching(Pattern.compile("[a-z0-9._-]{2,32}"))
          .onElements("span")
          .toFactory();

  private Policy() {}

  static String sanitize(String html) {
    return ALLOWED.sanitize(html);
  }
}
