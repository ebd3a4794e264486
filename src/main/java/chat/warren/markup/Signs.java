package chat.warren.markup;

import chat.warren.markup.Drawing.Mention;
import chat.warren.markup.Drawing.Sign;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.text.AsciiMatcher;

/** The signs within lines that mean something in a chat. Stateless. */
final class Signs {
  static final List<InlineContentParserFactory> ALL =
      List.of(
          at(':', Signs::emoji),
          at('@', Signs::mention),
          at('h', Signs::address),
          at('\\', Signs::escape),
          at('&', Signs::ampersand));

  private static final int LONGEST_HANDLE = 32;

  private static final AsciiMatcher LETTERS =
      AsciiMatcher.builder().range('a', 'z').range('A', 'Z').range('0', '9').build();

  private static final AsciiMatcher NAME =
      AsciiMatcher.builder().range('a', 'z').range('0', '9').anyOf("_+-").build();

  private static final AsciiMatcher HANDLE = LETTERS.newBuilder().anyOf("._-").build();

  /** No brackets, for an address may stand in those of a link. */
  private static final AsciiMatcher ADDRESS =
      LETTERS.newBuilder().anyOf("!#$%&'()*+,-./:;=?@_{}|~^").build();

  private static final AsciiMatcher ESCAPABLE =
      AsciiMatcher.builder().anyOf("*_`[]()<>~:@#!+.-").build();

  private Signs() {}

  private static InlineContentParserFactory at(char first, InlineContentParser parser) {
    return new InlineContentParserFactory() {
      @Override
      public Set<Character> getTriggerCharacters() {
        return Set.of(first);
      }

      @Override
      public InlineContentParser create() {
        return parser;
      }
    };
  }

  /** {@code :smile:} */
  private static ParsedInline emoji(InlineParserState state) {
    Scanner text = state.scanner();
    if (follows(LETTERS, text)) {
      return ParsedInline.none();
    }
    text.next();
    String name = match(NAME, text);
    String emoji = text.next(':') ? EmojiNames.get(name) : null;
    return emoji == null ? ParsedInline.none() : found(new Sign(emoji), text);
  }

  /** {@code @alice}; no mail address, but in languages without blanks letters stand before it. */
  private static ParsedInline mention(InlineParserState state) {
    Scanner text = state.scanner();
    if (follows(HANDLE, text) || text.peekPreviousCodePoint() == '@') {
      return ParsedInline.none();
    }
    text.next();
    Position from = text.position();
    String run = match(HANDLE, text);
    String handle = run.replaceAll("[._-]+$", "");
    if (!handle.matches("[A-Za-z0-9].+") || handle.length() > LONGEST_HANDLE) {
      return ParsedInline.none();
    }
    goTo(from, handle.length(), text);
    return found(new Mention("@" + handle, handle.toLowerCase(Locale.ROOT)), text);
  }

  /**
   * The address of a page; ASCII alone, for in languages without blanks the next word follows at
   * once. What only begins like one means nothing at all.
   */
  private static ParsedInline address(InlineParserState state) {
    Scanner text = state.scanner();
    Position from = text.position();
    if (follows(LETTERS, text) || !text.next("http") || !(text.next("://") || text.next("s://"))) {
      return ParsedInline.none();
    }
    text.match(ADDRESS);
    String run = text.getSource(from, text.position()).getContent();
    String address = withoutEnd(run);
    if (Address.of(address).isEmpty() || goesOn(run, text)) {
      return found(new Text(run), text);
    }
    Link link = new Link(address, null);
    link.appendChild(new Text(address));
    goTo(from, address.length(), text);
    return found(link, text);
  }

  /** Whether the host's name has letters that are not taken, as in München. */
  private static boolean goesOn(String run, Scanner text) {
    int next = text.peekCodePoint();
    return run.indexOf('/', "https://".length()) < 0
        && Character.isLetter(next)
        && !Character.isIdeographic(next)
        && Character.getType(next) != Character.OTHER_LETTER;
  }

  /** What ends the sentence and not the address; a bracket that was opened in it belongs to it. */
  private static String withoutEnd(String run) {
    long unopened = count(run, ')') - count(run, '(');
    int end = run.length();
    while (end > 0) {
      char last = run.charAt(end - 1);
      if (last == ')' && unopened > 0) {
        unopened--;
      } else if (".,:;!?'*_~".indexOf(last) < 0) {
        break;
      }
      end--;
    }
    return run.substring(0, end);
  }

  private static long count(String run, char sign) {
    return run.chars().filter(c -> c == sign).count();
  }

  /** A backslash takes a sign its meaning; before all others it stays, as in C:\Users. */
  private static ParsedInline escape(InlineParserState state) {
    Scanner text = state.scanner();
    text.next();
    char next = text.peek();
    if (!ESCAPABLE.matches(next)) {
      return found(new Text("\\"), text);
    }
    text.next();
    return found(new Sign(String.valueOf(next)), text);
  }

  /** HTML's names for characters mean nothing in a chat. */
  private static ParsedInline ampersand(InlineParserState state) {
    state.scanner().next();
    return found(new Text("&"), state.scanner());
  }

  private static ParsedInline found(Node node, Scanner text) {
    return ParsedInline.of(node, text.position());
  }

  private static void goTo(Position from, int characters, Scanner text) {
    text.setPosition(from);
    for (int i = 0; i < characters; i++) {
      text.next();
    }
  }

  private static boolean follows(AsciiMatcher signs, Scanner text) {
    int before = text.peekPreviousCodePoint();
    return before < 0x80 && signs.matches((char) before);
  }

  private static String match(AsciiMatcher signs, Scanner text) {
    Position from = text.position();
    text.match(signs);
    return text.getSource(from, text.position()).getContent();
  }
}
