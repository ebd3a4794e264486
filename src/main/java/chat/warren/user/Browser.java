package chat.warren.user;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What browsers call themselves, in words that their people know. Stateless. */
final class Browser {
  private static final int MAX_LENGTH = 60;

  /** The first that is found counts: most browsers also name those before them. */
  private static final Map<String, String> PROGRAMS = new LinkedHashMap<>();

  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    PROGRAMS.put("Edg", "Edge");
    PROGRAMS.put("OPR/", "Opera");
    PROGRAMS.put("SamsungBrowser", "Samsung Internet");
    PROGRAMS.put("Firefox/", "Firefox");
    PROGRAMS.put("FxiOS", "Firefox");
    PROGRAMS.put("Chrome/", "Chrome");
    PROGRAMS.put("CriOS", "Chrome");
    PROGRAMS.put("Safari/", "Safari");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS X", "Mac");
    SYSTEMS.put("CrOS", "ChromeOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private Browser() {}

  /** Such as {@code Firefox · Linux}; the beginning of what it says itself if that is unknown. */
  static String of(HttpServletRequest request) {
    return of(request.getHeader("User-Agent"));
  }

  static String of(String agent) {
    if (agent == null) {
      return "";
    }
    String program = first(PROGRAMS, agent);
    String system = first(SYSTEMS, agent);
    if (program == null) {
      String printable = agent.replaceAll("[^\\x20-\\x7e]", "");
      return printable.substring(0, Math.min(MAX_LENGTH, printable.length())).strip();
    }
    return system == null ? program : program + " · " + system;
  }

  private static String first(Map<String, String> words, String agent) {
    return words.entrySet().stream()
        .filter(word -> agent.contains(word.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
