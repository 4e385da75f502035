package org.polytorus.simulator.sim;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.LaneTimer;

/** The virtual clock as a lane sees it. */
final class QueueTimer extends Alarm implements LaneTimer {
    private final EventQueue queue;
    private @Nullable Runnable task;

    QueueTimer(EventQueue queue) {
        this.queue = queue;
    }

    @Override
    public long nanoTime() {
        return queue.now();
    }

    @Override
    public void arm(long at, Runnable action) {
        task = action;
        queue.set(this, at);
    }

    @Override
    public void disarm() {
        queue.cancel(this);
    }

    @Override
    void ring() {
        if (task != null) {
            task.run();
        }
    }
}
