package org.polytorus.simulator.testnet;

/**
 * How long the nodes took to agree again after the network was last put together. Times are nanoseconds since the Unix epoch.
 *
 * @param healedNanos when the last cut was mended
 * @param oneTipNanos when all running nodes first followed one tip after that, or −1 while they do not
 */
public record Healing(long healedNanos, long oneTipNanos) {}
