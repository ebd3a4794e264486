package chat.warren.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  /** Everything that may stand in a message's HTML, to the character. */
  private static final Pattern TAG =
      Pattern.compile(
          "</?(p|strong|em|code|pre|ul|ol|li|blockquote|a|span)>|<br />|<ol start=\"\\d+\">"
              + "|<code class=\"language-[A-Za-z0-9+#.-]+\">"
              + "|<!-- -->|<span class=\"mention\" data-name=\"[a-z0-9._-]+\">"
              + "|<span class=\"link-host\" dir=\"ltr\">"
              + "|<a href=\"(https?://|mailto:)[^\"<>\\s]*\" target=\"_blank\""
              + " rel=\"nofollow noopener noreferrer\">");

  private static String link(String url, String text) {
    return "<a href=\"" + url + "\" target=\"_blank\" rel=\"nofollow noopener noreferrer\">" + text;
  }

  private static String host(String host) {
    return "<span class=\"link-host\" dir=\"ltr\"> (" + host + ")</span></a>";
  }

  private static String html(String text) {
    String html = Markup.html(text);
    assertNotNull(html, text);
    return html.strip();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "it is 12:30 and snake_case stays, so does 2 * 3",
        "# no heading",
        "one\n---\ntwo",
        "    indented\n\tby four",
        "<script>alert(1)</script> &copy; &lt;",
        "a@b.example",
        ":no-such-emoji:",
        "2*3*4 and 2**3**4",
        "`unclosed",
        "> ",
        "* * *",
        "[1]: https://hidden.example",
        "[x](javascript:alert(1))",
        "*"
      })
  void whatMeansNothingMoreHasNoHtml(String text) {
    assertNull(Markup.html(text));
  }

  @Test
  void noTextHasNoHtml() {
    assertNull(Markup.html(null));
  }

  @Test
  void wordsAreStressed() {
    assertEquals(
        "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong></p>",
        html("*a* _b_ **c** __d__"));
    assertEquals("<p>很<strong>重要</strong>的</p>", html("很**重要**的"));
    assertEquals("<p><strong>yes</strong> 2*3*4</p>", html("**yes** 2*3*4"));
  }

  @Test
  void codeIsShownAsItIs() {
    assertEquals("<p><code>*a* :smile: &#64;bob</code></p>", html("`*a* :smile: @bob`"));
    assertEquals(
        "<pre><code class=\"language-java\">int x;\n\n  &gt; y *z*\nw\n</code></pre>\n<p>after</p>",
        html("```java\nint x;\n\n  > y *z*\nw\n```\nafter"));
  }

  @Test
  void listsAndQuotesEndWithTheirLines() {
    assertEquals("<ul><li>a</li><li>b</li></ul>\n<p>no item</p>", html("- a\n- b\nno item"));
    assertEquals("<ol start=\"3\"><li>a</li><li>b</li></ol>", html("3. a\n4. b"));
    assertEquals(
        "<blockquote>\n<p>said<br />twice</p>\n</blockquote>\n<p>my answer</p>",
        html("> said\n> twice\nmy answer"));
    assertEquals(
        "<ul><li>a\n<ul><li>b</li></ul>\n</li></ul>\n<p>end</p>", html("- a\n  - b\n\nend"));
  }

  @Test
  void linesAndBlanksOfAPasteStay() {
    assertEquals(
        "<p>def f(a, b):<br />    return ab  <em>x</em><br />\tend<br />\\</p>",
        html("def f(a, b):  \r\n    return ab  *x*\r\n\tend\r\n\\"));
    assertEquals("<p>  <em>first</em></p>\n<p>    second</p>", html("  *first*\n\n    second"));
    assertEquals(
        "<p><code>a b</code><br />  c</p>", html("`a\nb`\n  c"), "a code that goes over a line");
  }

  @Test
  void aBackslashTakesASignItsMeaningAndStaysBeforeAllOthers() {
    assertEquals(
        "<p>*a* <em>b</em> C:\\Users \\\\server</p>", html("\\*a\\* *b* C:\\Users \\\\server"));
  }

  @Test
  void emojiHaveNames() {
    assertEquals("<p>😄👍 好🍵</p>", decoded(":smile::+1: 好:tea:"));
    assertEquals("<p>10:30:45 a:smile: 🎉</p>", decoded("10:30:45 a:smile: :tada:"));
  }

  private static String decoded(String text) {
    return Pattern.compile("&#x([0-9a-f]+);")
        .matcher(html(text))
        .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
  }

  @Test
  void peopleAreNamedByTheirHandles() {
    assertEquals(
        "<p>a&#64;b.example (<span class=\"mention\" data-name=\"bob.k\">&#64;Bob.K</span>.) 找"
            + "<span class=\"mention\" data-name=\"here\">&#64;here</span></p>",
        html("a@b.example (@Bob.K.) 找@here"));
  }

  @Test
  void addressesAreLinks() {
    assertEquals(
        "<p>看"
            + link("https://example.org/a_b_%28c%29", "https://example.org/a_b_(c)</a>")
            + ".</p>",
        html("看https://example.org/a_b_(c)."));
    assertEquals(
        "<p>(" + link("http://example.org/", "http://example.org/</a>") + ") 这个</p>",
        html("(http://example.org/) 这个"));
    assertEquals(
        "<p>" + link("https://example.org/x", "https://example.org/x</a>") + "这个</p>",
        html("https://example.org/x这个"));
  }

  @Test
  void aLinkShowsWhereItLeads() {
    assertEquals(
        "<p>" + link("https://docs.example/x", "the docs" + host("docs.example")) + "</p>",
        html("[the docs](https://docs.example/x)"));
    assertEquals(
        "<p>"
            + link("https://evil.example", "https://bank.example" + host("evil.example"))
            + "</p>",
        html("[https://bank.example](https://evil.example)"));
    assertEquals(
        "<p>"
            + link("https://xn--pple-43d.example/", "apple" + host("xn--pple-43d.example"))
            + "</p>",
        html("[apple](https://\u0430pple.example/)"));
    assertEquals(
        "<p>" + link("https://x.example/p.png", "cat" + host("x.example")) + "</p>",
        html("![cat](https://x.example/p.png)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\u0000script:alert(1)",
        "&#106;avascript:alert(1)",
        "\u0001javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "//evil.example",
        "/sign-out",
        "\\\\evil.example",
        "https:evil.example",
        "https:///evil.example",
        "https://good.example@evil.example/",
        "https://good.example%40evil.example/",
        "https://good.example\\@evil.example/",
        "https://evil.example/\u202egnp.exe",
        "https://evil%2eexample/",
        "mailto:a@b.example?bcc=all@b.example"
      })
  void aLinkLeadsNowhereElse(String url) {
    for (String text :
        new String[] {
          "*x* [a](" + url + ")",
          "*x* <" + url + ">",
          "*x* ![a](<" + url + ">)",
          "*x* [a][1]\n\n[1]: " + url
        }) {
      String html = Markup.html(text);
      assertTrue(html == null || !html.contains("<a "), html);
      assertHarmless(html);
    }
  }

  static Stream<String> attacks() {
    return Stream.of(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<<script>script>alert(1)<</script>/script>",
        "<style>@import 'https://evil.example'</style>",
        "<iframe srcdoc=\"<script>alert(1)</script>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "</p></div></li><h1>out</h1>",
        "```\n</code></pre><script>alert(1)</script>\n```",
        "```x\" onmouseover=\"alert(1)\ny\n```",
        "~~~<script>\ny\n~~~",
        "`</code><script>alert(1)</script>`",
        "> <script>alert(1)</script>",
        "- <img src=x onerror=alert(1)>",
        "[<img src=x onerror=alert(1)>](https://e.example)",
        "[a](https://e.example \"onmouseover=alert(1)\")",
        "[a](https://e.example/\" onmouseover=\"alert(1))",
        "[a](<https://e.example/\"onmouseover=\"alert(1)>)",
        "https://e.example/\"onmouseover=\"alert(1)",
        "https://e.example/'onmouseover='alert(1)",
        "@bob\"onmouseover=\"alert(1)",
        "\u202e*evil*\u2066",
        "\ufeff<script>\u2028alert(1)\u2029</script>",
        "＜script＞alert(1)＜/script＞",
        "&#60;script&#62;alert(1)&#60;/script&#62;",
        "{{constructor.constructor('alert(1)')()}}",
        "*<b*onclick=alert(1)>",
        "**a*b**c*<i>",
        "<!--*-->*<script>alert(1)</script>-->*");
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void nothingThatRunsComesOut(String attack) {
    assertHarmless(Markup.html(attack));
    assertHarmless(html("*x* " + attack));
    assertHarmless(html(attack + "\n\n*x* @bob"));
  }

  @Test
  void whateverIsWrittenNothingElseThanTheKnownTagsComesOut() {
    String[] parts = {
      "*",
      "**",
      "_",
      "`",
      "```\n",
      "> ",
      "- ",
      "1. ",
      "[",
      "](",
      ")",
      "https://e.example",
      "<",
      ">",
      "\"",
      "'",
      "script",
      "javascript:",
      "onerror=",
      "&lt;",
      "&",
      "\\",
      "\n",
      "  ",
      "@bob",
      ":tea:",
      "x",
      "!",
      "[1]: ",
      "<!--",
      "-->",
      "<![CDATA[",
      "\u202e",
      "茶",
      "\u0001",
      "~~~",
      "mailto:",
      "{{"
    };
    Random random = new Random(11);
    for (int i = 0; i < 4_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n >= 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      assertHarmless(Markup.html(text.toString()));
    }
  }

  private static void assertHarmless(String html) {
    if (html != null) {
      Matcher tags = TAG.matcher(html);
      String rest = tags.replaceAll("");
      assertTrue(rest.indexOf('<') < 0 && rest.indexOf('>') < 0, html);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*a ",
        "> ",
        "- ",
        "[",
        "](",
        "`",
        "` ``",
        "*",
        "**a",
        "_a*b",
        "https://",
        "https://a@",
        "h",
        "@a",
        ":a",
        "[a](https://e.example) ",
        "[a]: x\n",
        "- a\n",
        "<a",
        "<!--",
        "![a",
        "[a](<",
        "```\n",
        "*_",
        "\\[",
        "🎉*"
      })
  void theWorstTextTakesNoLongTime(String part) {
    String text = part.repeat(8_000 / part.codePointCount(0, part.length()));
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertHarmless(Markup.html(text)));
  }

  @Test
  void asTextAloneItSaysTheSameWithoutItsForm() {
    assertNull(Markup.plain(null));
    assertEquals("a < b &amp; c", Markup.plain("a < b &amp; c"));
    assertEquals("a < b &amp; c 🍵", Markup.plain("a < b &amp; **c** :tea:"));
    assertEquals("one\ntwo", Markup.plain("*one*\n`two`"));
    assertEquals(
        "@alice: the docs (example.org)", Markup.plain("@alice: [the docs](https://example.org/)"));
  }
}
