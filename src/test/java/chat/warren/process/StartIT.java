package chat.warren.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import chat.warren.testing.WarProcess;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the one file starts, and how it says that it cannot. */
class StartIT {
  @TempDir Path data;

  @Test
  void itSaysWhereItIsAndServesOnLoopbackAlone() throws IOException {
    try (WarProcess war = WarProcess.serve(data, 0)) {
      Site site = war.site();
      assertEquals(200, site.get("").statusCode());
      assertEquals(
          List.of("Warren is at " + site.uri("").toString().replace("127.0.0.1", "localhost")),
          war.output().stream().filter(line -> line.startsWith("Warren is at")).toList());
      assertTrue(war.output().size() <= 3, "readable: " + war.output());
      int port = site.uri("").getPort();
      for (InetAddress address :
          InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
        if (!address.isLoopbackAddress()) {
          new ServerSocket(port, 1, address).close();
        }
      }
    }
  }

  @Test
  void settingsComeFromSystemPropertiesBeforeTheEnvironment() {
    Map<String, String> environment =
        Map.of("WARREN_DATA", data.resolve("env").toString(), "WARREN_ECHO_PREFIX", "env>");
    try (WarProcess war =
        WarProcess.start(
            environment, "-DWARREN_PORT=0", "-DWARREN_DATA=" + data.resolve("property"))) {
      try (ChatClient echo = ChatClient.openPlain(war.site(), "ws/echo")) {
        echo.send("hi");
        assertEquals("env>hi", echo.frame());
      }
      assertTrue(Files.exists(data.resolve("property").resolve("warren.db")));
      assertFalse(Files.exists(data.resolve("env")));
    }
  }

  @Test
  void aWrongValueStopsTheStartWithALineThatNamesIt() {
    refused(Map.of("WARREN_PORT", "eighty"), "WARREN_PORT", "\"eighty\"", "number from 0");
    refused(Map.of("WARREN_PORT", "70000"), "WARREN_PORT", "\"70000\"", "65535");
    refused(
        Map.of("WARREN_ORIGINS", "chat.example"), "WARREN_ORIGINS", "\"chat.example\"", "https://");
    refused(Map.of("WARREN_DATA", " "), "WARREN_DATA", "\" \"", "directory");
    refused(Map.of("WARREN_HOST", "no.such.host.invalid"), "WARREN_HOST", "no.such.host.invalid");
  }

  @Test
  void aNameThatIsNoSettingIsPointedOut() {
    try (WarProcess war =
        WarProcess.start(
            Map.of("WARREN_DATA", data.toString(), "WARREN_PORT", "0", "WARREN_PROT", "1"))) {
      war.site();
      assertTrue(
          war.output().stream().anyMatch(line -> line.contains("WARREN_PROT is no setting")));
    }
  }

  @Test
  void aPortInUseStopsTheStart() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      String port = String.valueOf(taken.getLocalPort());
      refused(Map.of("WARREN_PORT", port), "localhost:" + port, "WARREN_PORT");
    }
  }

  @Test
  void aDataDirectoryThatCannotBeWrittenStopsTheStart() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "in the way");
    refused(
        Map.of("WARREN_DATA", file.resolve("below").toString()),
        "WARREN_DATA",
        "cannot be written");
  }

  @Test
  void aDataDirectoryInUseStopsTheSecondStartAndHarmsNothing() {
    try (WarProcess war = WarProcess.serve(data, 0)) {
      refused(Map.of("WARREN_DATA", data.toString()), "in use by another Warren", "WARREN_DATA");
      assertEquals(200, war.site().get("health").statusCode());
    }
  }

  @Test
  void aDamagedDatabaseStopsTheStart() throws IOException {
    Path rubbish = Files.createDirectories(data.resolve("rubbish"));
    Files.writeString(rubbish.resolve("warren.db"), "this is no database at all ".repeat(1000));
    refused(Map.of("WARREN_DATA", rubbish.toString()), "warren.db", "cannot be used");

    Path torn = data.resolve("torn");
    try (WarProcess war = WarProcess.serve(torn, 0);
        ChatClient socket = ChatClient.open(war.site(), "ws/chat/tea")) {
      for (int n = 0; n < 50; n++) {
        socket.say("t-" + n, "text ".repeat(400));
      }
      socket.next(event -> event.getInt("seq", 0) == 50);
      war.stop();
    }
    try (RandomAccessFile file = new RandomAccessFile(torn.resolve("warren.db").toFile(), "rw")) {
      for (long page = 4; page < file.length() / 4096; page++) {
        file.seek(page * 4096);
        file.write(new byte[] {77, 77, 77, 77, 77, 77, 77, 77});
      }
    }
    refused(Map.of("WARREN_DATA", torn.toString()), "warren.db", "cannot be used");
  }

  @Test
  void whatAKilledProcessLeftInTheTemporaryDirectoryIsRemovedByTheNextStart() throws IOException {
    Path temporary = Files.createDirectories(data.resolve("tmp"));
    Map<String, String> settings =
        Map.of("WARREN_DATA", data.resolve("kept").toString(), "WARREN_PORT", "0");
    try (WarProcess first = WarProcess.start(settings, "-Djava.io.tmpdir=" + temporary)) {
      first.site();
      first.kill();
    }
    assertEquals(1, workDirectories(temporary));
    try (WarProcess second = WarProcess.start(settings, "-Djava.io.tmpdir=" + temporary)) {
      assertEquals(200, second.site().get("").statusCode());
      assertEquals(1, workDirectories(temporary));
      second.stop();
    }
    assertEquals(0, workDirectories(temporary));
  }

  private static long workDirectories(Path temporary) throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(file -> file.getFileName().toString().startsWith("warren-work-")).count();
    }
  }

  private void refused(Map<String, String> settings, String... words) {
    Map<String, String> all = new HashMap<>();
    all.put("WARREN_DATA", data.resolve("unused").toString());
    all.put("WARREN_PORT", "0");
    all.putAll(settings);
    try (WarProcess war = WarProcess.start(all)) {
      assertEquals(1, war.exitCode());
      assertEquals(1, war.output().size(), "one line: " + war.output());
      String line = war.output().get(0);
      assertTrue(line.startsWith("Warren cannot start. "), line);
      for (String word : words) {
        assertTrue(line.contains(word), line + " does not name " + word);
      }
    }
  }
}
