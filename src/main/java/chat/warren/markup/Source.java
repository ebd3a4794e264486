package chat.warren.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * The lines of a text. In chats a quote or a list ends with its line: Markdown would take the next
 * one into it. An empty line is put between them. For one parsing.
 */
final class Source {
  private static final Pattern FENCE = Pattern.compile("\\s*(`{3,}[^`]*|~{3,}.*)");
  private static final Pattern QUOTE = Pattern.compile(" {0,3}>.*");
  private static final Pattern ITEM = Pattern.compile(" {0,3}([-+*]|\\d{1,9}[.)])([ \\t].*)?");

  /** Only such an item can follow a line of text. */
  private static final Pattern PLAIN_ITEM = Pattern.compile(" {0,3}([-+*]|1[.)])[ \\t]+\\S.*");

  private static final Pattern INSIDE = Pattern.compile("( {2}|\\t).*");

  private final List<String> lines = new ArrayList<>();
  private String fence;
  private boolean list;

  Source(String text) {
    for (String line : text.split("\\r\\n|\\r|\\n", -1)) {
      if (fence == null) {
        addText(line);
        fence = fence(line);
      } else {
        lines.add(line);
        fence = closes(line, fence) ? null : fence;
      }
    }
  }

  private void addText(String line) {
    String before = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    boolean quoteEnds = QUOTE.matcher(before).matches() && !QUOTE.matcher(line).matches();
    boolean wasList = list;
    list = line.isBlank() ? list : isInList(line, before);
    if (!line.isBlank() && (quoteEnds || wasList && !list && !before.isBlank())) {
      lines.add("");
    }
    lines.add(line);
  }

  private boolean isInList(String line, String before) {
    return list
        ? ITEM.matcher(line).matches() || INSIDE.matcher(line).matches()
        : (before.isBlank() ? ITEM : PLAIN_ITEM).matcher(line).matches();
  }

  /** The marks that open a code block in this line, or null. */
  private static String fence(String line) {
    Matcher found = FENCE.matcher(line);
    return found.matches() ? run(found.group(1)) : null;
  }

  private static String run(String marks) {
    int end = 0;
    while (end < marks.length() && marks.charAt(end) == marks.charAt(0)) {
      end++;
    }
    return marks.substring(0, end);
  }

  private static boolean closes(String line, String fence) {
    String marks = line.strip();
    return marks.startsWith(fence) && marks.equals(run(marks));
  }

  /** What is to be parsed. */
  String text() {
    return String.join("\n", lines);
  }

  /** The blanks at the beginning of a line. */
  String indent(int line) {
    String text = lines.get(line);
    return text.substring(0, text.length() - text.stripLeading().length());
  }

  /** What was written for a node, one text a line. */
  List<String> of(Node node) {
    return node.getSourceSpans().stream().map(this::part).collect(Collectors.toList());
  }

  private String part(SourceSpan span) {
    int from = span.getColumnIndex();
    return lines.get(span.getLineIndex()).substring(from, from + span.getLength());
  }
}
