package chat.warren.bench;

/**
 * What may be used of the machines before it counts as full; the rest is for peaks.
 *
 * @param nodeCores cores of a node; one, for the bench has measured no more
 * @param nodeMemory memory for the live objects of a node, in bytes
 * @param storeCores cores of PostgreSQL
 * @param storeSize what the table of entries may take before it is split, in bytes
 * @param use how much of a core, and of Redis' one thread
 */
record Machines(
    double nodeCores, double nodeMemory, double storeCores, double storeSize, double use) {
  static final Machines USUAL = new Machines(1, 2e9, 8, 100e9, 0.6);
}
