package chat.warren.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables and plots of {@code scaling.md} are what the model makes of the inputs there. */
class ScalingPageTest {
  private static final Path PAGES = Path.of("src", "site", "markdown");

  @Test
  void theTablesFollowFromTheInputs() throws IOException {
    String page = Files.readString(PAGES.resolve("scaling.md"));
    Costs costs = Inputs.read(page);
    for (Habits habits : Habits.ALL) {
      ScaleReport report = ScaleReport.of(costs, habits);
      assertTrue(page.contains(report.table()), habits.name() + " should be:\n" + report.table());
      String plot = "scale-" + habits.name() + ".svg";
      assertTrue(page.contains("(" + plot + ")"), plot + " is shown");
      assertEquals(report.plot(), Files.readString(PAGES.resolve(plot)), plot);
    }
  }
}
