package chat.warren.bench;

/**
 * What a person takes who comes back.
 *
 * @param node CPU seconds of the node
 * @param signal the same for telling one reader who is there of somebody who comes or goes
 * @param store those of PostgreSQL
 * @param memory bytes of the node's heap, as long as the socket is open
 */
record Opened(double node, double signal, double store, double memory) {}
