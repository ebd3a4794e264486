package chat.warren.room;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The key of a direct conversation: {@code @alice}, or {@code @alice,bob}. It names the others;
 * whoever says it belongs to it as well.
 *
 * @param handles whom it names, sorted, each once
 */
public record Company(List<String> handles) implements RoomKey {
  static final String MARK = "@";

  /** The most people of one conversation, oneself included. */
  public static final int MAX = 8;

  private static final Pattern HANDLE = Pattern.compile("[a-z0-9][a-z0-9._-]{1,31}");

  /**
   * @throws Refused {@link Refusal#NO_SUCH_PERSON} if one of them can be nobody's handle, {@link
   *     Refusal#TOO_MANY_PEOPLE}
   */
  public Company {
    handles = handles.stream().distinct().sorted().toList();
    if (handles.isEmpty() || !handles.stream().allMatch(it -> HANDLE.matcher(it).matches())) {
      throw new Refused(Refusal.NO_SUCH_PERSON);
    }
    if (handles.size() > MAX) {
      throw new Refused(Refusal.TOO_MANY_PEOPLE, MAX);
    }
  }

  static Company of(String value) {
    return new Company(Arrays.asList(value.substring(MARK.length()).split(",", -1)));
  }

  @Override
  public String value() {
    return MARK + String.join(",", handles);
  }

  /** As people write it: all of its characters may stand in a path as they are (RFC 3986, 3.3). */
  @Override
  public String segment() {
    return value();
  }
}
