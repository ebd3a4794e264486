package chat.warren.redis;

import chat.warren.chat.Act;
import chat.warren.chat.Entry;
import chat.warren.user.User;
import chat.warren.user.User.Rank;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Entries of one log as nodes send them to each other: what stands in the store. Stateless. */
final class EntryBytes {
  private static final List<Rank> RANKS = List.of(Rank.values());

  private EntryBytes() {}

  static void write(List<Entry> entries, DataOutputStream out) throws IOException {
    out.writeInt(entries.size());
    for (Entry entry : entries) {
      out.writeLong(entry.seq());
      out.writeLong(entry.at().toEpochMilli());
      write(entry.author(), out);
      Telegram.writeText(out, entry.id());
      write(entry.act(), out);
    }
  }

  private static void write(Act act, DataOutputStream out) throws IOException {
    Telegram.writeText(out, act.kind());
    out.writeBoolean(act.ref() != null);
    if (act.ref() != null) {
      out.writeLong(act.ref());
    }
    Telegram.writeText(out, act.text());
    out.writeBoolean(act instanceof Act.Membership);
    if (act instanceof Act.Membership it) {
      write(it.person(), out);
    }
  }

  static void write(User user, DataOutputStream out) throws IOException {
    out.writeLong(user.id());
    Telegram.writeText(out, user.name());
    Telegram.writeText(out, user.display());
    out.writeByte(user.rank().ordinal());
  }

  /**
   * @throws RuntimeException if they are of a kind that this version does not know
   */
  static List<Entry> read(long log, DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long seq = in.readLong();
      Instant at = Instant.ofEpochMilli(in.readLong());
      User author = readUser(in);
      String id = Telegram.readText(in);
      entries.add(new Entry(log, seq, at, author, id, readAct(in)));
    }
    return entries;
  }

  private static Act readAct(DataInputStream in) throws IOException {
    String kind = Telegram.readText(in);
    Long ref = in.readBoolean() ? in.readLong() : null;
    String text = Telegram.readText(in);
    return Act.of(kind, ref, text, in.readBoolean() ? readUser(in) : null);
  }

  static User readUser(DataInputStream in) throws IOException {
    return new User(
        in.readLong(), Telegram.readText(in), Telegram.readText(in), RANKS.get(in.readByte()));
  }
}
