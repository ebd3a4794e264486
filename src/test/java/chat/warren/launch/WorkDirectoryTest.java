package chat.warren.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {
  private static final int LAUNCHERS = 4;
  private static final int STARTS = 300;

  /** What each of many launchers does that start again and again. */
  static final class Starts {
    private Starts() {}

    public static void main(String[] arguments) throws IOException {
      for (int n = 0; n < STARTS; n++) {
        WorkDirectory work = WorkDirectory.create();
        Path unpacked = Files.createFile(work.path().resolve("unpacked.jar"));
        if (!Files.exists(unpacked)) {
          throw new IOException("somebody else has removed " + unpacked);
        }
        work.delete();
      }
    }
  }

  @Test
  void whoStartsAtTheSameTimeTakesNothingFromTheOthers(@TempDir Path temporary) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<Process> launchers = new ArrayList<>();
    for (int n = 0; n < LAUNCHERS; n++) {
      launchers.add(
          new ProcessBuilder(
                  java,
                  "-Djava.io.tmpdir=" + temporary,
                  "-cp",
                  System.getProperty("java.class.path"),
                  Starts.class.getName())
              .redirectErrorStream(true)
              .start());
    }
    for (Process launcher : launchers) {
      String said = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(launcher.waitFor(60, TimeUnit.SECONDS));
      assertEquals("", said);
      assertEquals(0, launcher.exitValue());
    }
    try (var left = Files.list(temporary)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
