package chat.warren.faults;

import java.io.IOException;

/** One way to speak in a room: by a socket, or by HTTP with a socket to listen. */
interface Way {
  /**
   * Opens a line that goes on after the last entry in the books; what comes in is written there.
   */
  Line open(Books books) throws IOException;

  /** An open line, which ends when it breaks. */
  interface Line extends AutoCloseable {
    /** Sends a message and does not wait for its acknowledgement. */
    void send(String id, String text) throws IOException;

    boolean isOpen();

    @Override
    void close();
  }
}
