package chat.warren.bench;

/**
 * What clients do to a server. Each sender keeps {@code window} messages in flight and sends the
 * next one when its own comes back.
 *
 * @param name how the results call it
 * @param subprotocol asked for in the handshake, or null
 */
record Load(String name, String subprotocol, int connections, int rooms, int senders, int window) {}
