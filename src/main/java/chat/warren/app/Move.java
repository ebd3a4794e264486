package chat.warren.app;

import chat.warren.db.CannotMove;
import chat.warren.db.DatabaseUnusable;
import chat.warren.db.Export;
import chat.warren.db.Import;
import chat.warren.db.PostgresAddress;
import chat.warren.db.Vault;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/**
 * {@code java -jar warren.war export FILE} and {@code import FILE}: carries all that one store has
 * into another, by way of a file. The launcher calls it, without a server.
 */
public final class Move {
  private Move() {}

  /**
   * Does it, and says on standard output what was done.
   *
   * @param act {@code export} or {@code import}
   * @param file where it goes to or comes from
   * @param terminal whether somebody looks at standard error
   * @throws IllegalStateException with one line that says why it could not be done
   */
  public static void run(String act, String file, boolean terminal) {
    try {
      Settings settings = Settings.read(Settings.firstOf(System::getProperty, System::getenv));
      Path path = Path.of(file);
      try (Vault vault = open(settings)) {
        System.out.println(
            act.equals("export")
                ? exported(vault, path, settings, progress("Exporting", terminal))
                : imported(vault, path, settings, progress("Importing", terminal)));
      }
    } catch (CannotStart | DatabaseUnusable | CannotMove | InvalidPathException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static Vault open(Settings settings) {
    PostgresAddress address = settings.database().orElse(null);
    return address == null ? Vault.open(settings.data()) : Vault.open(address);
  }

  private static String exported(
      Vault vault, Path file, Settings settings, LongFunction<LongConsumer> progress) {
    return String.format(
        Locale.ROOT,
        "%,d rows are exported from %s to %s.",
        Export.write(vault, file, progress),
        settings.store(),
        file);
  }

  private static String imported(
      Vault vault, Path file, Settings settings, LongFunction<LongConsumer> progress) {
    return String.format(
        Locale.ROOT,
        "%,d rows are imported from %s to %s, and each was read back.",
        Import.read(vault, file, progress),
        file,
        settings.store());
  }

  private static LongFunction<LongConsumer> progress(String what, boolean terminal) {
    PrintStream screen = System.err;
    return all -> new Progress(what, all, screen, terminal)::done;
  }
}
