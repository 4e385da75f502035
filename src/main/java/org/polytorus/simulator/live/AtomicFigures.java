package org.polytorus.simulator.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.Figures;

/**
 * Counts on several threads. Of those of a link mostly one event loop counts alone; so the thread that counts first has figures
 * of its own, to which it adds without an atomic instruction. Other threads share a second set.
 */
final class AtomicFigures implements Figures {
    private static final VarHandle OWN = MethodHandles.arrayElementVarHandle(long[].class);

    /** Written by {@link #owner} alone, read by anybody. */
    private final long[] own;

    private volatile @Nullable Thread owner;
    private volatile @Nullable AtomicLongArray others;

    AtomicFigures(int size) {
        own = new long[size];
    }

    @Override
    public void add(int index, long count) {
        if (Thread.currentThread().equals(owner) || becomesOwner()) {
            OWN.setOpaque(own, index, own[index] + count);
        } else {
            ofOthers().addAndGet(index, count);
        }
    }

    @Override
    public long get(int index) {
        AtomicLongArray present = others;
        return (long) OWN.getOpaque(own, index) + (present == null ? 0 : present.get(index));
    }

    private boolean becomesOwner() {
        return owner == null && claim();
    }

    private synchronized boolean claim() {
        if (owner == null) {
            owner = Thread.currentThread();
        }
        return Thread.currentThread().equals(owner);
    }

    private AtomicLongArray ofOthers() {
        AtomicLongArray present = others;
        return present == null ? makeRoom() : present;
    }

    private synchronized AtomicLongArray makeRoom() {
        AtomicLongArray present = others;
        if (present == null) {
            present = new AtomicLongArray(own.length);
            others = present;
        }
        return present;
    }
}
