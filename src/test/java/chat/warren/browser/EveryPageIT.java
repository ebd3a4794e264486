package chat.warren.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.warren.testing.Chromium;
import chat.warren.testing.WarProcess;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Looks at every page: by day and by night, on a desk and on a phone, in English and in Chinese;
 * with the eyes of axe-core too. The pictures are in {@code target/screenshots}.
 */
class EveryPageIT {
  private static final List<String> STANDARDS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final int DESK = 1280;
  private static final int PHONE = 390;

  /** A page of 1280 pixels, four times as large (WCAG 1.4.10). */
  private static final int ZOOMED = 320;

  @TempDir static Path data;

  private static WarProcess war;
  private static Chromium chromium;
  private static House house;
  private static List<String> faults;

  @BeforeAll
  static void serve() {
    war = WarProcess.serve(data, 0);
    chromium = Chromium.start();
    faults = new ArrayList<>();
    // Before anybody moves in.
    visit("en-GB", Look.empty(), EveryPageIT::inspect);
    house = new House(war);
  }

  @AfterAll
  static void stop() {
    chromium.close();
    war.close();
  }

  @Test
  void everyPageIsFreeOfBarriersInBothThemesAndFitsEveryWidth() {
    visit("en-GB", Look.all(house), EveryPageIT::inspect);
    assertEquals(List.of(), faults);
  }

  @Test
  void everyPageSpeaksOneLanguage() {
    List<String> foreign = new ArrayList<>();
    for (String language : List.of("zh-CN", "zh-TW")) {
      visit(
          language,
          Look.all(house),
          (look, person) -> {
            person.screenshot(look.name() + "-" + language);
            Object words = person.page().evaluate(Inspections.WORDS, House.NAMES);
            if (!words.equals(List.of())) {
              foreign.add(language + " " + look.name() + ": " + words);
            }
          });
    }
    assertEquals(List.of(), foreign);
  }

  @Test
  void noViewIsLeftOut() throws IOException {
    Set<String> seen =
        Stream.concat(Look.empty().stream(), Look.all(house).stream())
            .map(Look::view)
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> views = Files.list(Path.of("webapp", "WEB-INF", "views"))) {
      assertEquals(
          views
              .map(view -> view.getFileName().toString().replace(".jsp", ""))
              .collect(Collectors.toCollection(TreeSet::new)),
          seen);
    }
  }

  private interface Visit {
    void look(Look look, Person person);
  }

  private static void visit(String language, List<Look> looks, Visit visit) {
    Map<Look.Who, Person> people = new EnumMap<>(Look.Who.class);
    try {
      for (Look look : looks) {
        Person person = people.computeIfAbsent(look.who(), who -> person(who, language));
        person.page().setViewportSize(DESK, 800);
        person.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        person.open(look.path());
        look.then().accept(person.page());
        visit.look(look, person);
      }
    } finally {
      people.values().forEach(Person::close);
    }
  }

  private static Person person(Look.Who who, String language) {
    Person person = new Person(chromium.browser(), war.site(), language);
    switch (who) {
      case ALICE -> person.carry(house.alice);
      case BOB -> person.carry(house.bob);
      case CAROL -> person.carry(house.carol.site());
      case NEWCOMER -> {}
    }
    return person;
  }

  private static void inspect(Look look, Person person) {
    Page page = person.page();
    for (int width : new int[] {DESK, PHONE}) {
      page.setViewportSize(width, width == DESK ? 800 : 844);
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        String name = name(look, width, scheme);
        person.screenshot(name);
        // Colours and widths do not depend on each other: two of the four are enough.
        if ((width == DESK) == (scheme == ColorScheme.LIGHT)) {
          barriers(name, page);
        }
      }
      note(
          look.name() + " has small targets at " + width,
          page,
          Inspections.TARGETS,
          width == PHONE ? 44 : 24);
    }
    page.setViewportSize(ZOOMED, 640);
    note(look.name() + " is too wide at 400 %", page, Inspections.WIDE, ZOOMED);
  }

  private static String name(Look look, int width, ColorScheme scheme) {
    return look.name()
        + (width == DESK ? "-desk" : "-phone")
        + (scheme == ColorScheme.LIGHT ? "-light" : "-dark");
  }

  private static void barriers(String name, Page page) {
    new AxeBuilder(page)
        .setLegacyMode(true)
        .withTags(STANDARDS)
        .analyze()
        .getViolations()
        .forEach(
            rule ->
                rule.getNodes()
                    .forEach(
                        node ->
                            faults.add(
                                name
                                    + " "
                                    + rule.getId()
                                    + " "
                                    + node.getHtml()
                                    + " "
                                    + node.getFailureSummary())));
  }

  private static void note(String fault, Page page, String inspection, int limit) {
    Object found = page.evaluate(inspection, limit);
    if (!found.equals(List.of())) {
      faults.add(fault + ": " + found);
    }
  }
}
