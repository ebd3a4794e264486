package chat.warren.live;

import chat.warren.chat.Entry;
import chat.warren.chat.History;
import chat.warren.chat.HistoryPage;
import chat.warren.live.EntryWindow.Joined;
import chat.warren.room.Room;
import chat.warren.user.User;
import chat.warren.wire.Dialect;
import chat.warren.wire.EncodedEntry;
import chat.warren.wire.FrameCodec;
import java.util.List;
import java.util.StringJoiner;

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
    HistoryPage page = history.newest(room.log());
    return new Joined("[" + FrameCodec.reset(page, reader) + "]", page.head());
  }

  /** Entries that follow a number: the next one in the plain dialect, which may be none for it. */
  Joined after(long cursor) {
    int limit = dialect == Dialect.PLAIN ? 1 : LOAD;
    List<Entry> missing = history.after(room.log(), cursor, limit);
    if (missing.isEmpty() || missing.get(0).seq() != cursor + 1) {
      throw new IllegalStateException("log " + room.log() + " has no entry " + (cursor + 1));
    }
    return dialect == Dialect.PLAIN ? one(missing.get(0)) : all(missing);
  }

  private Joined one(Entry entry) {
    EncodedEntry next = new EncodedEntry(entry);
    return next.isPlain()
        ? new Joined(next.forReader(reader), entry.seq())
        : new Joined((Frame) null, entry.seq());
  }

  /** As many as fit in one frame. */
  private Joined all(List<Entry> missing) {
    StringJoiner events = new StringJoiner(",", "[", "]");
    long last = 0;
    for (Entry entry : missing) {
      events.add(new EncodedEntry(entry).forReader(reader));
      last = entry.seq();
      if (events.length() >= EntryWindow.MAX_JOINED) {
        break;
      }
    }
    return new Joined(events.toString(), last);
  }
}
