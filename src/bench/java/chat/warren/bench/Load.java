package chat.warren.bench;

/**
 * What clients do to a server. Each sender keeps {@code window} messages in flight and sends the
 * next one when its own comes back; or they send {@code rate} messages a second one after the
 * other, whatever comes back.
 *
 * @param name how the results call it
 * @param subprotocol asked for in the handshake, or null
 * @param rate messages a second of all senders together; 0 for as many as the window allows
 */
record Load(
    String name,
    String subprotocol,
    int connections,
    int rooms,
    int senders,
    int window,
    int rate) {

  /** A load without pauses. */
  Load(String name, String subprotocol, int connections, int rooms, int senders, int window) {
    this(name, subprotocol, connections, rooms, senders, window, 0);
  }

  /** People who all speak, each again and again, so many messages a second altogether. */
  static Load paced(String name, String subprotocol, int connections, int rooms, int rate) {
    return new Load(name, subprotocol, connections, rooms, rooms, 1, rate);
  }
}
