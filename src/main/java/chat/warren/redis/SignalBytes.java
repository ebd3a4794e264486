package chat.warren.redis;

import chat.warren.chat.Level;
import chat.warren.chat.Signal;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Signals as nodes send them to each other. Stateless. */
final class SignalBytes {
  private static final int TYPING = 1;
  private static final int MARKED = 2;
  private static final long NONE = -1;

  private SignalBytes() {}

  static void write(List<Signal> signals, DataOutputStream out) throws IOException {
    out.writeInt(signals.size());
    for (Signal signal : signals) {
      if (signal instanceof Signal.Typing it) {
        out.writeByte(TYPING);
        EntryBytes.write(it.user(), out);
      } else if (signal instanceof Signal.Marked it) {
        out.writeByte(MARKED);
        EntryBytes.write(it.user(), out);
        out.writeLong(it.seq() == null ? NONE : it.seq());
        Telegram.writeText(out, it.level() == null ? null : it.level().word());
      }
    }
  }

  static List<Signal> read(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      signals.add(readOne(in));
    }
    return signals;
  }

  private static Signal readOne(DataInputStream in) throws IOException {
    int kind = in.readByte();
    switch (kind) {
      case TYPING:
        return new Signal.Typing(EntryBytes.readUser(in));
      case MARKED:
        {
          var user = EntryBytes.readUser(in);
          long seq = in.readLong();
          String level = Telegram.readText(in);
          return new Signal.Marked(
              user, seq == NONE ? null : seq, level == null ? null : Level.of(level));
        }
      default:
        throw new IOException("a signal of unknown kind " + kind);
    }
  }
}
