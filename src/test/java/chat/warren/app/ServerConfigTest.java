package chat.warren.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the files of {@code server-config} name is there. */
class ServerConfigTest {
  private static final Path DIRECTORY = Path.of("server-config");
  private static final Path DOCKER = DIRECTORY.resolve("docker");
  private static final Pattern SETTING = Pattern.compile("WARREN_\\w+");

  static Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(DIRECTORY)) {
      return all.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  static Stream<Path> compositions() throws IOException {
    try (Stream<Path> all = Files.list(DOCKER)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everySettingIsOneOfWarrens(Path file) {
    Stream<String> named = SETTING.matcher(read(file)).results().map(found -> found.group());
    assertEquals(Set.of(), Settings.unknown(named));
  }

  @Test
  void theReadmeListsEveryFile() throws IOException {
    String readme = read(DIRECTORY.resolve("README.md"));
    for (Path file : files().toList()) {
      Path name = DIRECTORY.relativize(file);
      assertTrue(
          name.startsWith("README.md")
              || name.startsWith("docker")
              || readme.contains("`" + name + "`"),
          name + " is not in the README");
    }
  }

  @Test
  void theImageIsMadeOfWhatTheBuildLeaves() {
    String image = read(DOCKER.resolve("Dockerfile"));
    List<String> copied = all(image, "(?m)^COPY (\\S+) ");
    assertEquals(List.of("target/warren.war"), copied);
    String sent = read(DOCKER.resolve("Dockerfile.dockerignore"));
    copied.forEach(
        file -> assertTrue(sent.contains("!" + file), "not sent to the engine: " + file));
    List<String> starts = all(image, "(?m)^COPY \\S+ (\\S+)$");
    starts.forEach(war -> assertTrue(image.contains("\"-jar\", \"" + war + "\"")));
  }

  @ParameterizedTest
  @MethodSource("compositions")
  void everyFileThatACompositionNamesIsThere(Path composition) {
    String text = read(composition);
    for (String context : all(text, "(?m)^ +context: (\\S+)$")) {
      Path root = DOCKER.resolve(context);
      List<String> images = all(text, "(?m)^ +dockerfile: (\\S+)$");
      assertFalse(images.isEmpty());
      images.forEach(image -> assertTrue(Files.exists(root.resolve(image)), image));
      assertTrue(Files.exists(root.resolve("pom.xml")), "the context is not the project");
    }
    for (String mounted : all(text, "(?m)^ +- (\\.[^:\\s]+):")) {
      assertTrue(Files.exists(DOCKER.resolve(mounted)), mounted);
    }
    assertTrue(text.contains("-f " + composition + " up"), "how to start it");
  }

  @Test
  void theProxysNodesAreServicesOfTheSameName() {
    List<String> nodes =
        all(read(DIRECTORY.resolve("haproxy/warren.cfg")), "(?m)^    server \\S+ (\\S+):8080$");
    assertEquals(List.of("node1", "node2"), nodes);
    String composition = read(DOCKER.resolve("scaled.yaml"));
    nodes.forEach(node -> assertTrue(composition.contains("\n  " + node + ":\n"), node));
    assertTrue(read(DOCKER.resolve("Dockerfile")).contains("WARREN_PORT=8080"));
  }

  private static List<String> all(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.results().map(found -> found.group(1)).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
