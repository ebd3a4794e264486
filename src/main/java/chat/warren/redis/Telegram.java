package chat.warren.redis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One message between nodes.
 *
 * @param kind what it is about; null for what only a later version knows
 * @param node who sent it
 * @param body what follows
 */
record Telegram(Kind kind, long node, DataInputStream body) {
  /** Nodes that write another one pass over each other's telegrams, and ask the store instead. */
  private static final int VERSION = 1;

  /** Each has its place for good: the number goes over the wire. */
  enum Kind {
    /** A node is there. */
    BEAT,
    /** A node ends. */
    BYE,
    /** Entries of a log. */
    ENTRIES,
    /** A log has grown; how is in the store. */
    RING,
    /** Signals of a log. */
    SIGNALS,
    /** Something about rights has changed. */
    NOTICE,
    /** How many moves a node's people have made. */
    STATE,
    /** Moves of a node's people. */
    MOVES,
    /** Who wants to know all the people of a node. */
    ASK,
    /** All the people of a node, or some of them. */
    PEOPLE
  }

  /** Writes what follows the head of a telegram. */
  interface Body {
    void writeTo(DataOutputStream out) throws IOException;
  }

  static byte[] write(Kind kind, long node, Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeByte(kind.ordinal());
      out.writeLong(node);
      body.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads the head. */
  static Telegram read(byte[] message) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(message));
    try {
      int version = in.readUnsignedByte();
      int kind = in.readUnsignedByte();
      boolean known = version == VERSION && kind < Kind.values().length;
      return new Telegram(known ? Kind.values()[kind] : null, in.readLong(), in);
    } catch (IOException e) {
      return new Telegram(null, 0, in);
    }
  }

  /** Writes a text of any length, or null. */
  static void writeText(DataOutputStream out, String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length > in.available()) {
      throw new IOException("a text of " + length + " bytes in " + in.available());
    }
    return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
