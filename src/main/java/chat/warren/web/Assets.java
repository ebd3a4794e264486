package chat.warren.web;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that pages are made with: styles, modules, icons. They stand below an address with the
 * hash of them all, so that browsers keep them until one changes, and import each other there by
 * relative paths as in the source. Read once, at the start; immutable.
 */
public final class Assets {
  /** The path, below the context's, under which all are served. */
  static final String PREFIX = "/assets/";

  private static final List<String> PLACES = List.of("/css/", "/js/", "/icons/");
  private static final int HASH_LENGTH = 16;
  private static final Pattern IMPORT = Pattern.compile("(?m)^import [^'\"]*['\"]([^'\"]+)['\"]");

  private final Map<String, Asset> files = new TreeMap<>();
  private final Map<String, Set<String>> modules = new TreeMap<>();
  private final String hash;
  private final String base;

  public Assets(ServletContext context) {
    PLACES.forEach(place -> read(context, place));
    hash = hash();
    base = context.getContextPath() + PREFIX + hash + "/";
    files.keySet().stream().filter(path -> path.endsWith(".js")).forEach(this::collect);
  }

  private void read(ServletContext context, String path) {
    Set<String> inside = context.getResourcePaths(path);
    if (!path.endsWith("/")) {
      try (InputStream content = context.getResourceAsStream(path)) {
        files.put(path.substring(1), Asset.of(path, content.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else if (inside != null) {
      inside.forEach(file -> read(context, file));
    }
  }

  private String hash() {
    try {
      MessageDigest all = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (path, asset) -> {
            all.update(path.getBytes(StandardCharsets.UTF_8));
            all.update(asset.plain());
          });
      return HexFormat.of().formatHex(all.digest()).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The address of a file for the pages.
   *
   * @param path such as {@code css/warren.css}
   * @throws IllegalArgumentException if there is no such file
   */
  public String url(String path) {
    if (!files.containsKey(path)) {
      throw new IllegalArgumentException("there is no file " + path);
    }
    return base + path;
  }

  /**
   * The addresses of all modules that a module needs, itself last: a browser fetches them at once.
   */
  public Set<String> modules(String path) {
    return modules.get(path);
  }

  private void collect(String path) {
    Set<String> found = new LinkedHashSet<>();
    collect(path, found);
    modules.put(path, found);
  }

  private void collect(String path, Set<String> found) {
    Matcher imports = IMPORT.matcher(text(path));
    while (imports.find()) {
      String next = Urls.resolve(path, imports.group(1));
      if (!found.contains(url(next))) {
        collect(next, found);
      }
    }
    found.add(url(path));
  }

  /** What changes when any file does. */
  public String version() {
    return hash;
  }

  /** What stands in a file that is there. */
  String text(String path) {
    return new String(files.get(path).plain(), StandardCharsets.UTF_8);
  }

  /** A file by its path; nothing if there is none. */
  Optional<Asset> find(String path) {
    return Optional.ofNullable(files.get(path));
  }
}
