package chat.warren.room;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.Handle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

  /**
   * @throws Refused {@link Refusal#NO_SUCH_PERSON} if one of them can be nobody's handle, {@link
   *     Refusal#TOO_MANY_PEOPLE}
   */
  public Company {
    handles = handles.stream().distinct().sorted().toList();
    if (handles.isEmpty() || !handles.stream().allMatch(Handle::isPossible)) {
      throw new Refused(Refusal.NO_SUCH_PERSON);
    }
    if (handles.size() > MAX) {
      throw new Refused(Refusal.TOO_MANY_PEOPLE, MAX);
    }
  }

  /**
   * The conversation with those whom somebody means: with or without a {@code @}, in small or
   * capital letters, one or several in a text.
   *
   * @throws Refused {@link Refusal#NOBODY_CHOSEN}, and as the constructor has it
   */
  static Company meant(List<String> texts) {
    List<String> handles =
        texts.stream()
            .flatMap(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,;\\s]+")))
            .map(name -> name.startsWith(MARK) ? name.substring(1) : name)
            .filter(name -> !name.isEmpty())
            .toList();
    if (handles.isEmpty()) {
      throw new Refused(Refusal.NOBODY_CHOSEN);
    }
    return new Company(handles);
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
