package org.polytorus.simulator.testnet;

/**
 * What one direction of a link did to its messages since its conditions were last changed: to be laid beside what was asked.
 *
 * @param messages frames that entered
 * @param lost those that were discarded by bad luck
 * @param overflowed those that found the queue full
 * @param swallowed those that a black hole took
 * @param duplicated those that were sent on twice
 * @param heldBack those that others were let past
 * @param corrupted those that were garbled
 * @param delayNanos the mean one-way delay of the frames delivered lately, or −1 before the first
 * @param delayDeviationNanos how far delays lay from that mean, on average, or −1 before the first
 * @param bitsPerSecond what was delivered, over about the last second
 * @param queuedBytes what is on the way now
 */
public record LinkFidelity(
        long messages,
        long lost,
        long overflowed,
        long swallowed,
        long duplicated,
        long heldBack,
        long corrupted,
        long delayNanos,
        long delayDeviationNanos,
        double bitsPerSecond,
        long queuedBytes) {
    /** Before the first message. */
    public static final LinkFidelity NONE = new LinkFidelity(0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0);

    /** The share of messages that {@code count} of them is, 0 before the first. */
    public double share(long count) {
        return messages == 0 ? 0 : (double) count / messages;
    }
}
