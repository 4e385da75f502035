package org.polytorus.simulator.live;

import org.polytorus.simulator.host.FlightSampler;
import org.polytorus.simulator.host.LinkCounters;

/**
 * The frames of one direction of a connection that pass as they are, because nothing is asked of the link. They come in
 * batches, and are known to others when a batch has ended: to count each by itself would be most of the work. For one event
 * loop.
 */
final class PassingFrames {
    /** That of no kind of message. */
    static final int NO_TAG = -1;

    private final LinkCounters counters;
    private final FlightSampler flights;
    private long frames;
    private long bytes;
    /** What the last frame of the batch had: another of its kind that comes together with it leaves no trace. */
    private int latestTag = NO_TAG;

    PassingFrames(LinkCounters counters, FlightSampler flights) {
        this.counters = counters;
        this.flights = flights;
    }

    /** Leaves the traces of the frames that do not pass. */
    FlightSampler flights() {
        return flights;
    }

    void passed(int frameBytes, int tag) {
        frames++;
        bytes += frameBytes;
        if (tag != latestTag) {
            latestTag = tag;
            flights.saw(tag, 0);
        }
    }

    /** What passes next comes later. */
    void batchEnded() {
        latestTag = NO_TAG;
        flights.batchEnded();
        if (frames > 0) {
            counters.passed(frames, bytes);
            frames = 0;
            bytes = 0;
        }
    }
}
