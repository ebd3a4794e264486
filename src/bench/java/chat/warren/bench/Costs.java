package chat.warren.bench;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a message, a socket and an entry take, as the bench measures it. CPU times in seconds of one
 * core, sizes in bytes. Immutable.
 *
 * @param message the node's time for a message of one of so many readers, who are all on it, sent
 *     alone; at least for two numbers of readers
 * @param publish what the author's node spends on telling Redis of a message
 * @param hear what a node spends on taking a message from Redis, before it delivers it
 * @param opening the node's time for a socket that is opened
 * @param signal the node's time for telling one reader that somebody has come or gone
 * @param socket memory of an open socket without traffic
 * @param stranger memory of a window that is open on another node
 * @param redisMessage the time of Redis for a message that nobody hears
 * @param redisHearer the same for each node that hears it
 * @param storeMessage the time of PostgreSQL for a message
 * @param storeOpening the time of PostgreSQL for a socket that is opened
 * @param entry what a message takes in the store, with its indexes
 */
record Costs(
    NavigableMap<Integer, Double> message,
    double publish,
    double hear,
    double opening,
    double signal,
    double socket,
    double stranger,
    double redisMessage,
    double redisHearer,
    double storeMessage,
    double storeOpening,
    double entry) {
  Costs {
    message = new TreeMap<>(message);
    if (message.size() < 2) {
      throw new IllegalArgumentException("one number of readers says nothing about others");
    }
  }

  /** The node's time for storing a message: what is left of one when nobody reads it. */
  double post() {
    return Math.max(0, message.firstEntry().getValue() - message.firstKey() * perReader());
  }

  private double perReader() {
    Map.Entry<Integer, Double> first = message.firstEntry();
    Map.Entry<Integer, Double> second = message.higherEntry(first.getKey());
    return slope(first, second);
  }

  /**
   * The node's time for delivering a message to so many of its readers: in straight lines from one
   * measured number to the next, and on in the last one's direction.
   */
  double deliver(int readers) {
    if (readers == 0) {
      return 0;
    }
    Map.Entry<Integer, Double> below = message.floorEntry(readers);
    Map.Entry<Integer, Double> above = message.higherEntry(readers);
    if (below == null) {
      return readers * perReader();
    }
    if (above == null) {
      above = below;
      below = message.lowerEntry(above.getKey());
    }
    double whole = below.getValue() + (readers - below.getKey()) * slope(below, above);
    return whole - post();
  }

  private static double slope(Map.Entry<Integer, Double> from, Map.Entry<Integer, Double> to) {
    return (to.getValue() - from.getValue()) / (to.getKey() - from.getKey());
  }
}
