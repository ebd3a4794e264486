package chat.warren.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables of {@code scaling.md} are what the model makes of the inputs there. */
class ScalingPageTest {
  @Test
  void theTablesFollowFromTheInputs() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/scaling.md"));
    Costs costs = Inputs.read(page);
    for (Habits habits : Habits.ALL) {
      String table = ScaleReport.of(costs, habits).table();
      assertTrue(page.contains(table), habits.name() + " should be:\n" + table);
    }
  }
}
