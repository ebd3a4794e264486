package chat.warren.redis;

import chat.warren.chat.Presence.Window;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a window of one node has done.
 *
 * @param away whether nobody looks at it
 */
record Move(What what, Window window, boolean away) {
  /** Each has its place for good: the number goes over the wire. */
  enum What {
    CAME,
    TURNED,
    LEFT
  }

  static void write(List<Move> moves, DataOutputStream out) throws IOException {
    out.writeInt(moves.size());
    for (Move move : moves) {
      out.writeByte(move.what.ordinal());
      out.writeLong(move.window.log());
      EntryBytes.write(move.window.user(), out);
      Telegram.writeText(out, move.window.id());
      out.writeBoolean(move.away);
    }
  }

  static List<Move> read(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      What what = What.values()[in.readByte()];
      long log = in.readLong();
      Window window = new Window(log, EntryBytes.readUser(in), Telegram.readText(in));
      moves.add(new Move(what, window, in.readBoolean()));
    }
    return moves;
  }
}
