package chat.warren.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever people read comes from the language files: pages and scripts hold no words. */
class HardCodedTextTest {
  private static final Pattern NO_TEXT =
      Pattern.compile(
          "(?s)<%--.*?--%>|<%@.*?%>|<!--.*?-->|\\$\\{(?:[^{}'\"]|'[^']*'|\"[^\"]*\")*}");

  private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");
  private static final Pattern READ_ALOUD =
      Pattern.compile("\\b(?:aria-label|title|placeholder|alt)=\"([^\"]*)\"");

  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  /** Each language is called as its speakers call it. */
  private static final List<String> LANGUAGES = List.of("English", "简体中文", "繁體中文");

  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:\\.(?:textContent|innerText|title|placeholder|ariaLabel|alt)\\s*=\\s*"
              + "|(?:append|alert|confirm|prompt|new Notification)\\(\\s*"
              + "|'(?:aria-label|title|placeholder|alt)',\\s*)(['\"`])(.*?)\\1");

  @Test
  void pagesHoldNoWords() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path page : files("webapp/WEB-INF", ".jsp", ".tag")) {
      String text = NO_TEXT.matcher(Files.readString(page)).replaceAll("");
      Matcher attributes = READ_ALOUD.matcher(text);
      while (attributes.find()) {
        note(page, attributes.group(1), found);
      }
      note(page, TAG.matcher(text).replaceAll("\n"), found);
    }
    assertEquals(List.of(), found);
  }

  @Test
  void scriptsShowNoWordsOfTheirOwn() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path script : files("webapp/js", ".js")) {
      Matcher shown = SHOWN.matcher(Files.readString(script));
      while (shown.find()) {
        note(script, shown.group(2).replaceAll("\\$\\{[^}]*}", ""), found);
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void wordsWouldBeFound() {
    List<String> found = new ArrayList<>();
    String page = "<p title=\"${a ? '>' : \"}\"}\">Hello <b>${x}</b></p><%-- no word --%>";
    note(Path.of("x"), TAG.matcher(NO_TEXT.matcher(page).replaceAll("")).replaceAll("\n"), found);
    assertEquals(List.of("x: Hello"), found);
    assertTrue(SHOWN.matcher("a.textContent = `Hello ${name}`").find());
  }

  private static void note(Path file, String text, List<String> found) {
    WORD.matcher(text)
        .results()
        .map(word -> word.group())
        .filter(word -> !LANGUAGES.contains(word))
        .forEach(word -> found.add(file + ": " + word));
  }

  private static List<Path> files(String directory, String... endings) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(directory))) {
      List<Path> files =
          all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList();
      assertFalse(files.isEmpty());
      return files;
    }
  }
}
