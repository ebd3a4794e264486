package chat.warren.live;

import chat.warren.chat.Entry;
import chat.warren.chat.History;
import chat.warren.live.EntryWindow.Joined;
import chat.warren.room.Room;
import chat.warren.user.User;
import chat.warren.wire.Dialect;
import chat.warren.wire.EncodedEntry;
import chat.warren.wire.FrameCodec;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader has missed, read from the store, as frames of its dialect. Thread-safe. */
final class Backlog {
  private static final int LOAD = 200;

  private final History history;
  private final Room room;
  private final User reader;
  private final Dialect dialect;

  Backlog(History history, Room room, User reader, Dialect dialect) {
    this.history = history;
    this.room = room;
    this.reader = reader;
    this.dialect = dialect;
  }

  /** The newest page, in place of all that came before. */
  Joined newest() {
    List<Entry> page = history.newest(room.log());
    long head = page.isEmpty() ? 0 : page.get(page.size() - 1).seq();
    return new Joined(FrameCodec.reset(head, page, reader), head);
  }

  /** The entries that follow a number. */
  Joined after(long cursor) {
    int limit = dialect == Dialect.PLAIN ? 1 : LOAD;
    List<Entry> missing = history.after(room.log(), cursor, limit);
    if (missing.isEmpty() || missing.get(0).seq() != cursor + 1) {
      throw new IllegalStateException("log " + room.log() + " has no entry " + (cursor + 1));
    }
    String events =
        missing.stream()
            .map(entry -> new EncodedEntry(entry).forReader(reader))
            .collect(Collectors.joining(","));
    return new Joined(
        dialect == Dialect.PLAIN ? events : "[" + events + "]",
        missing.get(missing.size() - 1).seq());
  }
}
