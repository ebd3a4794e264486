package chat.warren.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void whoeverReadsItLaterGetsALineAtEveryFivePercent() {
    run(10_000, false);
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(20, lines.size());
    assertEquals("Importing: 5 %, 500 of 10,000 rows", lines.get(0));
    assertEquals("Importing: 100 %, 10,000 of 10,000 rows", lines.get(19));
  }

  @Test
  void aFewRowsMakeAFewLines() {
    run(3, false);
    assertEquals(
        List.of(
            "Importing: 30 %, 1 of 3 rows",
            "Importing: 65 %, 2 of 3 rows", "Importing: 100 %, 3 of 3 rows"),
        out.toString(StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  void whoeverLooksSeesABarThatGrowsInOneLine() {
    run(10_000, true);
    String shown = out.toString(StandardCharsets.UTF_8);
    String[] bars = shown.split("\r");
    assertEquals(101, bars.length);
    assertEquals(
        "Importing [##########------------------------------]  25 %, 2,500 of 10,000 rows",
        bars[25]);
    assertTrue(shown.endsWith(System.lineSeparator()), shown);
  }

  private void run(int rows, boolean terminal) {
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Progress progress = new Progress("Importing", rows, print, terminal);
    for (int row = 1; row <= rows; row++) {
      progress.done(row);
    }
  }
}
