package chat.warren.live;

import chat.warren.chat.Act;
import chat.warren.chat.Entry;
import chat.warren.user.User;
import chat.warren.wire.EncodedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The newest entries of one log, encoded once. What came before is in the store. Thread-safe; its
 * lock is itself, and nothing waits under it.
 */
final class EntryWindow {
  /** How many entries are kept at least, once there are so many; twice as many at most. */
  private static final int SIZE = 256;

  /** The longest frame that entries are joined to, in characters, unless one alone is longer. */
  static final int MAX_JOINED = 128 * 1024;

  /** How many characters the texts of those that are kept have at most, beside the last one. */
  static final int MAX_LENGTH = 2_000_000;

  private static final long NOT_STARTED = -1;

  private final List<EncodedEntry> entries = new ArrayList<>();
  private final List<Entry> early = new ArrayList<>();

  /** The number of the entry before the first one kept. */
  private long base;

  /** The characters in the texts of those that are kept. */
  private long length;

  private volatile long head = NOT_STARTED;

  private long joinedFrom;
  private long joinedAt;
  private Joined joined;

  /** The last frame of one entry; the next reader is most likely at the same place. */
  private Joined single;

  /**
   * A frame for one reader.
   *
   * @param frame the frame
   * @param to the number of its last entry
   */
  record Joined(Frame frame, long to) {
    Joined(String text, long to) {
      this(new Frame(text), to);
    }

    String text() {
      return frame.text();
    }
  }

  /**
   * Begins after the head that the store has; what came in meanwhile is kept or already counted.
   */
  synchronized void start(long head) {
    this.base = head;
    this.head = head;
    append(early);
    early.clear();
  }

  /** The number of the newest entry. */
  long head() {
    return head;
  }

  synchronized void append(List<Entry> news) {
    if (head == NOT_STARTED) {
      early.addAll(news);
      return;
    }
    long next = head;
    for (Entry entry : news) {
      if (entry.seq() > next + 1) {
        // A jump: what lies between is read from the store by whoever needs it.
        entries.clear();
        length = 0;
        base = entry.seq() - 1;
      }
      if (entry.seq() > next) {
        if (entry.act() instanceof Act.Delete delete) {
          entries.replaceAll(earlier -> earlier.afterDeletionOf(delete.target()));
          length = length(entries);
        }
        EncodedEntry encoded = new EncodedEntry(entry);
        entries.add(encoded);
        length += encoded.length();
        next = entry.seq();
      }
    }
    trim();
    head = next;
  }

  private void trim() {
    int old = entries.size() > 2 * SIZE ? entries.size() - SIZE : 0;
    if (length > MAX_LENGTH) {
      long left = length;
      for (int i = 0; left > MAX_LENGTH / 2 && i < entries.size() - 1; i++) {
        left -= entries.get(i).length();
        old = Math.max(old, i + 1);
      }
    }
    List<EncodedEntry> leave = entries.subList(0, old);
    length -= length(leave);
    leave.clear();
    base += old;
  }

  private static long length(List<EncodedEntry> entries) {
    return entries.stream().mapToLong(EncodedEntry::length).sum();
  }

  /**
   * The next message for a reader of the plain dialect; no text if nothing more is for such a
   * reader.
   *
   * @return null if the entry after the cursor is not here
   */
  synchronized Joined one(long cursor, User reader) {
    int index = indexAfter(cursor);
    if (index < 0) {
      return null;
    }
    while (index < entries.size() && !entries.get(index).isPlain()) {
      index++;
    }
    if (index == entries.size()) {
      return new Joined((Frame) null, head);
    }
    String text = entries.get(index).forReader(reader);
    if (single == null || single.text() != text) {
      single = new Joined(text, base + index + 1);
    }
    return single;
  }

  /**
   * All entries after the cursor as one frame of {@code warren.v1}; the same text for all readers
   * that wrote none of them.
   *
   * @return null if the entry after the cursor is not here
   */
  synchronized Joined all(long cursor, User reader) {
    int from = indexAfter(cursor);
    if (from < 0) {
      return null;
    }
    if (joined == null || joinedFrom != cursor || joinedAt != head) {
      joined = join(from, null);
      joinedFrom = cursor;
      joinedAt = head;
    }
    return isByAny(reader, from, joined.to()) ? join(from, reader) : joined;
  }

  /** Where the entry after the cursor stands; -1 if it is not here. */
  private int indexAfter(long cursor) {
    return cursor < base || cursor >= base + entries.size() ? -1 : (int) (cursor - base);
  }

  private boolean isByAny(User reader, int from, long to) {
    for (int i = from; i < to - base; i++) {
      if (entries.get(i).isBy(reader)) {
        return true;
      }
    }
    return false;
  }

  private Joined join(int from, User reader) {
    StringJoiner frame = new StringJoiner(",", "[", "]");
    int i = from;
    do {
      frame.add(entries.get(i++).forReader(reader));
    } while (i < entries.size() && frame.length() < MAX_JOINED);
    return new Joined(frame.toString(), base + i);
  }
}
