package org.polytorus.simulator.app.virtual;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Measures how fast virtual time goes against the real one. */
final class PaceMeter {
    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** Over this much real time it is measured. */
    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);
    /** Less says nothing. */
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    /** At most one in {@link #GAP_NANOS}, so there are never more than fit into {@link #WINDOW_NANOS}. */
    private final Deque<Sample> samples = new ArrayDeque<>();

    private double achieved;

    private record Sample(long realNanos, long virtualNanos) {}

    /** Measures anew from here on. */
    void restart(long realNanos, long virtualNanos) {
        samples.clear();
        samples.add(new Sample(realNanos, virtualNanos));
        achieved = 0;
    }

    /** It is this late now, in both times. */
    void look(long realNanos, long virtualNanos) {
        if (samples.isEmpty()) {
            restart(realNanos, virtualNanos);
        }
        if (realNanos - samples.getLast().realNanos() < GAP_NANOS) {
            return;
        }
        samples.addLast(new Sample(realNanos, virtualNanos));
        while (samples.size() > 2 && realNanos - samples.getFirst().realNanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        long real = realNanos - first.realNanos();
        achieved = real < LEAST_NANOS ? 0 : (virtualNanos - first.virtualNanos()) / (double) real;
    }

    /** Virtual seconds in a real one; 0 before enough was seen. */
    double achieved() {
        return achieved;
    }
}
