package chat.warren.faults;

import chat.warren.testing.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A room's page as the server renders it: the markup of {@code message.tag}, read back. */
final class RoomPage {
  private static final Pattern HEAD = Pattern.compile("data-head=\"(\\d+)\"");
  private static final Pattern LIST =
      Pattern.compile("<ol id=\"messages\".*?</ol>", Pattern.DOTALL);
  private static final Pattern START = Pattern.compile("(?=<li class=\"message )");
  private static final Pattern MESSAGE =
      Pattern.compile(
          "<li class=\"message ([^\"]*)\"\\s+data-seq=\"(\\d+)\" data-author=\"(.*?)\"");
  private static final Pattern AUTHOR =
      Pattern.compile("<bdi class=\"message-author\"[^>]*>([^<]*)</bdi>");
  private static final Pattern TIME = Pattern.compile("datetime=\"(.*?)\"");
  private static final Pattern REPLY =
      Pattern.compile("class=\"message-reply\" href=\"#(\\d*)\" (hidden)?");
  private static final Pattern TEXT =
      Pattern.compile(
          "<div class=\"message-text( is-formatted)?\" dir=\"auto\">(.*?)</div>", Pattern.DOTALL);
  private static final Pattern REACTION = Pattern.compile("data-emoji=\"(.*?)\"");
  private static final Pattern PERSON = Pattern.compile("data-name=\"(.*?)\">([^<]*)</bdi>");

  private RoomPage() {}

  static String html(Site reader, String room) {
    return reader.get("chat/" + Site.segment(room) + "/").body();
  }

  static RoomState state(String html) {
    String list = found(LIST, html).group();
    List<Seen> messages =
        START
            .splitAsStream(list)
            .filter(part -> part.startsWith("<li"))
            .map(RoomPage::message)
            .toList();
    return new RoomState(Long.parseLong(found(HEAD, html).group(1)), messages);
  }

  private static Seen message(String item) {
    Matcher message = found(MESSAGE, item);
    List<String> classes = Arrays.asList(message.group(1).split(" "));
    Matcher reply = found(REPLY, item);
    boolean isReply = reply.group(2) == null;
    return new Seen(
        Long.parseLong(message.group(2)),
        Instant.parse(found(TIME, item).group(1)),
        unescape(message.group(3)) + " " + unescape(found(AUTHOR, item).group(1)),
        isReply ? Long.valueOf(reply.group(1)) : null,
        text(found(TEXT, item)),
        classes.contains("is-edited"),
        classes.contains("is-deleted"),
        reactions(item));
  }

  private static String text(Matcher text) {
    return text.group(1) == null ? unescape(text.group(2)) : text.group(2);
  }

  private static List<Seen.Reaction> reactions(String item) {
    return Stream.of(item.split("<li class=\"reaction\"")).skip(1).map(RoomPage::reaction).toList();
  }

  private static Seen.Reaction reaction(String part) {
    List<String> people = new ArrayList<>();
    PERSON
        .matcher(part)
        .results()
        .forEach(person -> people.add(unescape(person.group(1)) + " " + unescape(person.group(2))));
    return new Seen.Reaction(unescape(found(REACTION, part).group(1)), people);
  }

  private static Matcher found(Pattern pattern, String markup) {
    Matcher matcher = pattern.matcher(markup);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + markup);
    }
    return matcher;
  }

  private static String unescape(String markup) {
    return markup
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#034;", "\"")
        .replace("&#039;", "'")
        .replace("&amp;", "&");
  }
}
