package org.polytorus.simulator.testnet;

import org.polytorus.simulator.link.Jitter;

/**
 * What one direction of a link did to its messages since its conditions were last changed: to be laid beside what was asked.
 *
 * @param messages frames that entered
 * @param lost those that were discarded by bad luck
 * @param overflowed those that found the queue full
 * @param swallowed those that a black hole took
 * @param duplicated those that were sent on twice
 * @param heldBack those that others were let past
 * @param overtaken those of them that another really came before
 * @param heldBackNanos for how long they were held back, on average, or −1 before the first has arrived
 * @param corrupted those that were garbled
 * @param delayNanos the mean one-way delay of the frames delivered lately, or −1 before the first
 * @param delayDeviationNanos how far delays lay from that mean, on average, or −1 before the first
 * @param worstLatenessNanos how much later than it should have a frame arrived, at the most: the fault of this machine
 * @param bitsPerSecond what was delivered, over about the last second
 * @param queuedBytes what is on the way now
 * @param waitingBytes how much of that waits for its turn at the bandwidth
 * @param pieces in how many pieces frames arrived, of those that were cut
 * @param pieceBytes how large a piece was, on average, 0 before the first
 * @param pauseNanos how long after the piece before it a piece arrived, on average, or −1 before the second
 * @param closeDelayNanos how much later than the last frame the latest end of a connection arrived, or −1 before the first
 */
public record LinkFidelity(
        long messages,
        long lost,
        long overflowed,
        long swallowed,
        long duplicated,
        long heldBack,
        long overtaken,
        long heldBackNanos,
        long corrupted,
        long delayNanos,
        long delayDeviationNanos,
        long worstLatenessNanos,
        double bitsPerSecond,
        long queuedBytes,
        long waitingBytes,
        long pieces,
        double pieceBytes,
        long pauseNanos,
        long closeDelayNanos) {
    /** Before the first message. */
    public static final LinkFidelity NONE =
            new LinkFidelity(0, 0, 0, 0, 0, 0, 0, -1, 0, -1, -1, 0, 0, 0, 0, 0, 0, -1, -1);

    /** Of a uniform distribution the mean deviation is half of its spread. */
    private static final double SPREAD_OF_UNIFORM = 2;

    /** Of a normal distribution the mean deviation is √(2/π) of its standard deviation. */
    private static final double SPREAD_OF_NORMAL = Math.sqrt(Math.PI / 2);

    /** The share of messages that {@code count} of them is, 0 before the first. */
    public double share(long count) {
        return messages == 0 ? 0 : (double) count / messages;
    }

    /** The spread of a jitter of that shape whose delays would deviate as they did lately, or −1 before the first. */
    public long jitterNanos(Jitter.Shape shape) {
        if (delayDeviationNanos < 0) {
            return delayDeviationNanos;
        }
        return switch (shape) {
            case UNIFORM -> Math.round(delayDeviationNanos * SPREAD_OF_UNIFORM);
            case NORMAL -> Math.round(delayDeviationNanos * SPREAD_OF_NORMAL);
        };
    }
}
