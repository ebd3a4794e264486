package chat.warren.browser;

import chat.warren.push.Push;
import chat.warren.testing.Chromium;
import chat.warren.testing.Guest;
import chat.warren.testing.Site;
import chat.warren.testing.WarProcess;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Warren and one Chromium for all tests that need nothing of them but a room of their own. They
 * are started for the first one and closed after the last. Nobody is held back there for speaking
 * fast.
 */
final class Served implements AutoCloseable {
  private final Path data;
  private final WarProcess war;
  private final Chromium chromium;
  private Guest administrator;

  private Served() {
    try {
      data = Files.createTempDirectory("warren-served-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    war =
        WarProcess.start(
            Map.of("WARREN_DATA", data.toString(), "WARREN_PORT", "0", "WARREN_LIMITS", "off"));
    war.site();
    chromium = Chromium.start();
  }

  /** The server for another browser or program. */
  Site site() {
    return war.site();
  }

  /** Where the server keeps its data. */
  Path data() {
    return data;
  }

  /** Somebody at a browser on a desk, in English. */
  Person person() {
    return new Person(chromium.browser(), site(), "en-GB");
  }

  Person person(String language, ColorScheme scheme, int width, int height) {
    return new Person(chromium.browser(), site(), language, scheme, width, height);
  }

  Person withoutJavaScript() {
    return Person.withoutJavaScript(chromium.browser(), site());
  }

  /** Somebody without a browser, who acts by HTTP and by socket. */
  Guest guest(String display, String room) {
    return Guest.called(display, site(), room);
  }

  /** Whoever has set it up. */
  synchronized Guest administrator() {
    if (administrator == null) {
      administrator = new Guest(site(), "keeper");
      administrator.site().setUp(war.setupToken(), "keeper", "Alice", "correct horse battery");
    }
    return administrator;
  }

  /** Another application that may push. */
  Push application(String label) {
    Site alice = administrator().site();
    return new Push(alice.uri(""), alice.makeToken(label));
  }

  /** A room that no other test knows. */
  static String newRoom() {
    return "Tea " + UUID.randomUUID();
  }

  @Override
  public void close() {
    chromium.close();
    war.close();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands it to the tests that ask for it. */
  static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Served.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.GLOBAL)
          .computeIfAbsent(Served.class, key -> new Served());
    }
  }
}
