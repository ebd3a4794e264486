package chat.warren.chat;

import chat.warren.text.Texts;
import chat.warren.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in the list of the page: a message or a line; the other is null.
 *
 * @param answered what the message answers, or null
 * @param time the time of day at which it was written
 * @param day the day, in words, for the first one of a day; else null
 * @param continued whether a message goes on after one of the same author, whose name then need not
 *     be said again
 */
public record Row(
    long seq,
    Instant at,
    Message message,
    Line line,
    Answered answered,
    String time,
    String day,
    boolean continued) {
  /** Messages of one author that are not further apart than this belong together. */
  private static final Duration APART = Duration.ofMinutes(5);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** All of a page, with the times of a time zone. */
  static List<Row> of(HistoryPage page, Texts texts, ZoneId zone) {
    Map<Long, Answered> answered =
        page.answered().stream().collect(Collectors.toMap(Answered::seq, Function.identity()));
    List<Row> rows = new ArrayList<>();
    Row before = null;
    for (Row row : plain(page, answered, texts)) {
      LocalDate day = row.at.atZone(zone).toLocalDate();
      boolean begins = before == null || !before.at.atZone(zone).toLocalDate().equals(day);
      rows.add(
          new Row(
              row.seq,
              row.at,
              row.message,
              row.line,
              row.answered,
              TIME.format(row.at.atZone(zone)),
              begins ? texts.day(day) : null,
              !begins && row.goesOnAfter(before)));
      before = row;
    }
    return rows;
  }

  private static List<Row> plain(HistoryPage page, Map<Long, Answered> answered, Texts texts) {
    Stream<Row> messages =
        page.messages().stream()
            .map(it -> of(it.seq(), it.at(), it, null, answered.get(it.replyTo())));
    Stream<Row> lines =
        page.changes().stream().map(it -> of(it.seq(), it.at(), null, Line.of(it, texts), null));
    return Stream.concat(messages, lines).sorted(Comparator.comparingLong(Row::seq)).toList();
  }

  private static Row of(long seq, Instant at, Message message, Line line, Answered answered) {
    return new Row(seq, at, message, line, answered, null, null, false);
  }

  private boolean goesOnAfter(Row before) {
    return message != null
        && message.replyTo() == null
        && before.message != null
        && author(before).name().equals(author(this).name())
        && Duration.between(before.at, at).compareTo(APART) < 0;
  }

  private static User author(Row row) {
    return row.message.author();
  }
}
