package chat.warren.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the files themselves, for a bundle hides what it lacks behind another language. */
class TextsTest {
  private static final Map<String, String> FILES =
      Map.of(
          "en", "messages.properties",
          "zh-Hans", "messages_zh.properties",
          "zh-Hant", "messages_zh_Hant.properties");

  private static final Pattern IN_PAGE = Pattern.compile("texts\\.of\\(\\s*['\"]([^'\"]+)['\"]");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)(,\\w+)?");

  static Stream<String> languages() {
    return FILES.keySet().stream().sorted();
  }

  static List<Texts> texts() {
    return Texts.all();
  }

  @Test
  void englishComesFirstForEverybodyElse() {
    assertEquals(
        List.of("en", "zh-Hans", "zh-Hant"), Texts.all().stream().map(Texts::language).toList());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasTheKeysOfEnglish(String language) throws IOException {
    assertEquals(new TreeSet<>(file("en").keySet()), new TreeSet<>(file(language).keySet()));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noKeyStandsTwiceInAFile(String language) throws IOException {
    List<String> keys = new ArrayList<>();
    try (BufferedReader lines = new BufferedReader(reader(language))) {
      lines
          .lines()
          .filter(line -> line.contains("=") && !line.startsWith("#"))
          .forEach(line -> keys.add(line.substring(0, line.indexOf('=')).strip()));
    }
    assertEquals(keys.size(), new HashSet<>(keys).size());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noTextIsBlank(String language) throws IOException {
    file(language).forEach((key, text) -> assertFalse(text.isBlank(), key));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyApostropheIsWrittenTwice(String language) throws IOException {
    file(language).forEach((key, text) -> assertFalse(text.replace("''", "").contains("'"), key));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageFillsInTheSameDetails(String language) throws IOException {
    Map<String, String> english = file("en");
    file(language)
        .forEach(
            (key, text) -> assertEquals(placeholders(english.get(key)), placeholders(text), key));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everyTextTakesItsDetails(Texts texts) throws IOException {
    Map<String, String> raw = file(texts.language());
    assertAll(
        raw.entrySet().stream()
            .map(
                text ->
                    () -> {
                      boolean number = text.getValue().contains("{0,");
                      String said =
                          texts.of(text.getKey(), number ? (Object) 7 : "Alice", "1", "2");
                      assertFalse(said.isBlank() || said.matches(".*[{}].*"), said);
                      if (text.getValue().matches(".*\\{0(,number,\\w+)?}.*")) {
                        assertTrue(said.contains(number ? "7" : "Alice"), said);
                      }
                    }));
  }

  @Test
  void peopleAreCountedAsTheyAreSpokenOf() {
    Texts english = Texts.of(List.of(Locale.ENGLISH));
    assertEquals("nobody here", english.of("lobby.people", 0));
    assertEquals("1 person here", english.of("lobby.people", 1));
    assertEquals("2 people here", english.of("lobby.people", 2));
    assertEquals("1,234 people here", english.of("lobby.people", 1234));
  }

  @Test
  void aDetailIsSaidAsItIs() {
    Texts english = Texts.of(List.of(Locale.ENGLISH));
    String said = english.of("refused.unknown-type", "{0} '{1}' <b>");
    assertEquals("There is no event type \"{0} '{1}' <b>\".", said);
  }

  @Test
  void aKeyThatNoLanguageHasIsADefect() {
    for (Texts texts : Texts.all()) {
      assertThrows(MissingResourceException.class, () -> texts.of("no.such.key"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "en-GB, en",
    "zh, zh-Hans",
    "zh-CN, zh-Hans",
    "zh-SG, zh-Hans",
    "zh-Hans, zh-Hans",
    "zh-Hans-HK, zh-Hans",
    "zh-TW, zh-Hant",
    "zh-HK, zh-Hant",
    "zh-MO, zh-Hant",
    "zh-Hant, zh-Hant",
    "zh-Hant-CN, zh-Hant",
    "fr, en",
    "und, en"
  })
  void aReaderGetsTheNearestLanguage(String wanted, String language) {
    assertEquals(language, Texts.of(List.of(Locale.forLanguageTag(wanted))).language());
  }

  @ParameterizedTest
  @CsvSource({
    "fr;zh-TW;en, zh-Hant",
    "fr;de, en",
    "en;zh, en",
    "zh-CN;zh-TW, zh-Hans",
    "tlh;en-AU;zh, en"
  })
  void theFirstWantedLanguageThatIsSpokenWins(String wanted, String language) {
    List<Locale> locales = Arrays.stream(wanted.split(";")).map(Locale::forLanguageTag).toList();
    assertEquals(language, Texts.of(locales).language());
  }

  @Test
  void aReaderWhoWantsNothingGetsEnglish() {
    assertEquals("en", Texts.of(List.of()).language());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-Hans", "zh-Hant"})
  void chineseIsNotEnglish(String language) throws IOException {
    Map<String, String> english = file("en");
    List<String> untranslated =
        file(language).entrySet().stream()
            .filter(text -> text.getValue().equals(english.get(text.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(List.of("app.name"), untranslated);
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void everyRefusalHasItsSentenceInEveryLanguage(Refusal refusal) throws IOException {
    for (String language : FILES.keySet()) {
      assertTrue(file(language).containsKey("refused." + refusal.code()), language);
    }
  }

  @Test
  void everySentenceOfARefusalHasItsRefusal() throws IOException {
    Set<String> codes =
        Arrays.stream(Refusal.values()).map(Refusal::code).collect(Collectors.toSet());
    for (String key : file("en").keySet()) {
      assertTrue(!key.startsWith("refused.") || codes.contains(key.substring(8)), key);
    }
  }

  @Test
  void everyTextOfAPageExists() throws IOException {
    Set<String> wanted = wantedByPages();
    assertFalse(wanted.isEmpty());
    assertEquals(Set.of(), without(wanted, file("en").keySet()));
  }

  @Test
  void everyTextIsOnAPageOrTellsOfAnErrorOrARefusal() throws IOException {
    Set<String> left = without(file("en").keySet(), wantedByPages());
    left.removeIf(key -> key.matches("(refused|error)\\..+|lobby\\.first"));
    assertEquals(Set.of(), left);
  }

  private static Set<String> wantedByPages() throws IOException {
    Set<String> wanted = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("webapp", "WEB-INF"))) {
      for (Path page : files.filter(file -> file.toString().matches(".*\\.(jsp|tag)")).toList()) {
        IN_PAGE.matcher(Files.readString(page)).results().forEach(use -> wanted.add(use.group(1)));
      }
    }
    return wanted;
  }

  private static Set<String> without(Set<String> keys, Set<String> others) {
    Set<String> left = new TreeSet<>(keys);
    left.removeAll(others);
    return left;
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Map<String, String> file(String language) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = reader(language)) {
      properties.load(reader);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  private static Reader reader(String language) {
    return new InputStreamReader(
        Texts.class.getResourceAsStream("/" + FILES.get(language)), StandardCharsets.UTF_8);
  }
}
