package chat.warren.faults;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that occur once in a run, so that a text can be searched for everywhere. */
final class Words {
  private static final AtomicLong LAST = new AtomicLong();
  private static final Pattern WORD = Pattern.compile("word\\d+q");

  private Words() {}

  static String next() {
    return "word" + LAST.incrementAndGet() + "q";
  }

  static String in(String text) {
    Matcher word = WORD.matcher(text);
    if (!word.find()) {
      throw new AssertionError("no word in " + text);
    }
    return word.group();
  }
}
