package org.polytorus.simulator.sim;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;

/** A virtual connection: two ends, and the link on which it travels where it has one. */
final class Wire {
    private final Recorder recorder;
    private final @Nullable SimLink link;
    private final WireEnd dialler;
    private final WireEnd listener;

    Wire(
            EventQueue queue,
            Recorder recorder,
            @Nullable SimLink link,
            RandomGenerator random,
            SimNode dials,
            SimNode listens) {
        this.recorder = recorder;
        this.link = link;
        dialler = new WireEnd(queue, dials, listens, this, random);
        listener = new WireEnd(queue, listens, dials, this, random);
        dialler.join(listener);
        listener.join(dialler);
    }

    WireEnd dialler() {
        return dialler;
    }

    WireEnd listener() {
        return listener;
    }

    @Nullable
    SimLink link() {
        return link;
    }

    Recorder recorder() {
        return recorder;
    }

    void setConditions(Direction direction, LinkConditions conditions) {
        dialler.setConditions(direction, conditions);
        listener.setConditions(direction, conditions);
    }

    void settle() {
        dialler.settle();
        listener.settle();
    }

    void reset() {
        dialler.reset();
    }

    /** One of the two ends is closed. */
    void ended() {
        if (link != null && dialler.isClosed() && listener.isClosed()) {
            link.leave(this);
        }
    }
}
