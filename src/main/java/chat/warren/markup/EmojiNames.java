package chat.warren.markup;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The short names of emoji, as other chats have them: {@code emoji.properties}. Immutable. */
final class EmojiNames {
  private static final Map<String, String> EMOJI = read();

  private EmojiNames() {}

  /** The emoji of a name, given without colons; null if there is none. */
  static String get(String name) {
    return EMOJI.get(name);
  }

  private static Map<String, String> read() {
    try (Reader reader =
        new InputStreamReader(
            EmojiNames.class.getResourceAsStream("/emoji.properties"), StandardCharsets.UTF_8)) {
      Properties table = new Properties();
      table.load(reader);
      return table.stringPropertyNames().stream()
          .collect(Collectors.toUnmodifiableMap(name -> name, table::getProperty));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
