package chat.warren.chat;

import chat.warren.chat.Message.Reaction;
import chat.warren.user.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Messages in their current state, read from the store. Stateless. */
final class Messages {
  private static final String TEXT =
      """
      case when entry.deleted then null else coalesce(entry.amended, entry.text) end as text,
      person.id as author, person.name, person.display, person.colour
      from entry join person on person.id = entry.author
      """;

  private static final String MESSAGES =
      "select entry.seq, entry.ref, entry.at, entry.id, entry.kind,"
          + " entry.amended is not null as edited,"
          + TEXT
          + """
          where entry.log = :log and entry.seq > :after and entry.seq < :before
            and entry.kind in ('message', 'event')
          order by entry.seq""";

  private static final String REACTIONS =
      """
      select reaction.seq, reaction.emoji,
             person.id as author, person.name, person.display, person.colour
      from reaction join person on person.id = reaction.person
      where reaction.log = :log and reaction.seq between :first and :last
      order by reaction.seq, reaction.since""";

  private static final String ANSWERED =
      "select entry.seq,"
          + TEXT
          + "where entry.log = :log and entry.seq in (<seqs>) order by entry.seq";

  private Messages() {}

  /** The last ones before a number, oldest first. */
  static List<Message> before(Handle handle, long log, long seq, int limit) {
    List<Message> messages = read(handle, MESSAGES + " desc limit :limit", log, 0, seq, limit);
    Collections.reverse(messages);
    return messages;
  }

  /** The first ones after a number and before another, oldest first. */
  static List<Message> between(Handle handle, long log, long after, long before, int limit) {
    return read(handle, MESSAGES + " limit :limit", log, after, before, limit);
  }

  private static List<Message> read(
      Handle handle, String query, long log, long after, long before, int limit) {
    if (limit == 0) {
      return List.of();
    }
    Map<Long, List<Reaction>> reactions = new HashMap<>();
    List<Message> messages =
        handle
            .createQuery(query)
            .bind("log", log)
            .bind("after", after)
            .bind("before", before)
            .bind("limit", limit)
            .map(
                (row, context) ->
                    message(
                        row, reactions.computeIfAbsent(row.getLong("seq"), s -> new ArrayList<>())))
            .list();
    readReactions(handle, log, reactions);
    return messages;
  }

  private static void readReactions(Handle handle, long log, Map<Long, List<Reaction>> reactions) {
    if (reactions.isEmpty()) {
      return;
    }
    Map<Long, Map<String, List<User>>> found = new HashMap<>();
    handle
        .createQuery(REACTIONS)
        .bind("log", log)
        .bind("first", Collections.min(reactions.keySet()))
        .bind("last", Collections.max(reactions.keySet()))
        .map(
            (row, context) ->
                found
                    .computeIfAbsent(row.getLong("seq"), seq -> new TreeMap<>())
                    .computeIfAbsent(row.getString("emoji"), emoji -> new ArrayList<>())
                    .add(author(row)))
        .list();
    found.forEach(
        (seq, byEmoji) ->
            byEmoji.forEach(
                (emoji, people) -> reactions.get(seq).add(new Reaction(emoji, people))));
  }

  /** What some messages of a log answer, by one query. */
  static List<Answered> answered(Handle handle, long log, List<Message> messages) {
    Set<Long> seqs =
        messages.stream()
            .map(Message::replyTo)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    if (seqs.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(ANSWERED)
        .bind("log", log)
        .bindList("seqs", seqs)
        .map((row, context) -> new Answered(row.getLong("seq"), author(row), row.getString("text")))
        .list();
  }

  private static Message message(ResultSet row, List<Reaction> reactions) throws SQLException {
    long ref = row.getLong("ref");
    String text = row.getString("text");
    boolean isEvent = row.getString("kind").equals("event") && text != null;
    return new Message(
        row.getLong("seq"),
        Instant.ofEpochMilli(row.getLong("at")),
        author(row),
        row.getString("id"),
        isEvent ? "" : text,
        ref == 0 ? null : ref,
        row.getBoolean("edited"),
        reactions,
        isEvent ? Notification.of(text) : null);
  }

  /** The person of a row that is not about another one. */
  static User author(ResultSet row) throws SQLException {
    return new User(
        row.getLong("author"),
        row.getString("name"),
        row.getString("display"),
        User.Rank.GUEST,
        row.getString("colour"));
  }
}
