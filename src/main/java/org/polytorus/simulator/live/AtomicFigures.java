package org.polytorus.simulator.live;

import java.util.concurrent.atomic.AtomicLongArray;
import org.polytorus.simulator.host.Figures;

/** Counts on several threads. */
final class AtomicFigures implements Figures {
    private final AtomicLongArray figures;

    AtomicFigures(int size) {
        figures = new AtomicLongArray(size);
    }

    @Override
    public void add(int index, long count) {
        figures.addAndGet(index, count);
    }

    @Override
    public long get(int index) {
        return figures.get(index);
    }
}
