package chat.warren.bench;

/**
 * What one run of a load gave.
 *
 * @param posts messages sent in a second
 * @param deliveries messages received in a second by all connections together
 * @param cores how much of a core the server used
 */
record Measured(double posts, double deliveries, double cores) {
  double deliveriesPerCpuSecond() {
    return cores == 0 ? 0 : deliveries / cores;
  }
}
