package chat.warren.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Chromium: the machine's own, else the one that the test library downloads, else the one
 * that the system's package manager installs where that is allowed.
 */
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** How long a page may take to show what is asserted; a busy machine takes its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it; whatever a test waits for on its pages may take as long as on a busy machine. */
  public static Chromium start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      Path executable = find(playwright);
      Browser browser =
          playwright
              .chromium()
              .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(FLAGS));
      return new Chromium(playwright, browser);
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  public Browser browser() {
    return browser;
  }

  private static synchronized Path find(Playwright playwright) {
    Path downloaded = Path.of(playwright.chromium().executablePath());
    return installed()
        .or(() -> existing(downloaded))
        .or(
            () -> {
              String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
              String classes = System.getProperty("java.class.path");
              run(java, "-cp", classes, "com.microsoft.playwright.CLI", "install", "chromium");
              return existing(downloaded);
            })
        .or(
            () -> {
              run("apt-get", "update");
              run(
                  "apt-get",
                  "install",
                  "--yes",
                  "--no-install-recommends",
                  "chromium",
                  "fonts-noto-cjk",
                  "fonts-noto-color-emoji");
              return installed();
            })
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The browser tests need Chromium. It is not on the PATH, could not be downloaded,"
                        + " and could not be installed with apt-get. Install Chromium or Google Chrome"
                        + " so that one of "
                        + NAMES
                        + " is on the PATH."));
  }

  private static Optional<Path> installed() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> existing(Path file) {
    return Optional.of(file).filter(Files::isExecutable);
  }

  /** Runs a command if the machine has it; whether it did what it should shows afterwards. */
  private static void run(String... command) {
    System.out.println(
        "Chromium is not here yet: " + command[0] + " … " + command[command.length - 1]);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    try {
      Process process = builder.start();
      if (!process.waitFor(Duration.ofMinutes(5).toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      System.out.println(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
