package chat.warren.wire;

import chat.warren.chat.Act;
import chat.warren.chat.Entry;
import chat.warren.user.User;

/**
 * An entry with its text on the wire, which is made once for all readers. Guarded by its window.
 */
public final class EncodedEntry {
  private final Entry entry;
  private String forOthers;
  private String forAuthor;
  private String html;
  private boolean drawn;

  public EncodedEntry(Entry entry) {
    this.entry = entry;
  }

  /** Whether readers of the plain dialect are told of it: a message that was not deleted. */
  public boolean isPlain() {
    return entry.act() instanceof Act.Say say && say.text() != null;
  }

  /** The same entry after a message was deleted. */
  public EncodedEntry afterDeletionOf(long message) {
    Entry after = entry.afterDeletionOf(message);
    return after.equals(entry) ? this : new EncodedEntry(after);
  }

  /** The characters of its text. */
  public int length() {
    String text = entry.act().text();
    return text == null ? 0 : text.length();
  }

  public boolean isBy(User user) {
    return FrameCodec.isBy(user, entry);
  }

  /**
   * @param reader null for somebody who wrote none of the entries
   */
  public String forReader(User reader) {
    if (reader != null && entry.id() != null && isBy(reader)) {
      if (forAuthor == null) {
        forAuthor = FrameCodec.ownEntry(entry, html());
      }
      return forAuthor;
    }
    if (forOthers == null) {
      forOthers = FrameCodec.entry(entry, html());
    }
    return forOthers;
  }

  private String html() {
    if (!drawn) {
      html = FrameCodec.html(entry);
      drawn = true;
    }
    return html;
  }
}
