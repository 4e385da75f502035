package org.polytorus.simulator.link;

/**
 * The frames that are on the way, kept only to bound them: a ring of arrival times and sizes, oldest first. Arrival times
 * never decrease, so what has arrived is always at the head.
 */
final class Backlog {
    private static final int FIRST_CAPACITY = 16;

    /** Without room until the first frame, since nothing is asked of most links. */
    private long[] arrivalNanos = {};

    private int[] sizes = {};
    private int head;
    private int frames;
    private long bytes;

    /** Forgets what has arrived by now, then says whether one more frame fits. A single frame always fits. */
    boolean hasRoom(long nowNanos, int frameBytes) {
        while (frames > 0 && arrivalNanos[head] - nowNanos <= 0) {
            bytes -= sizes[head];
            head = (head + 1) & (sizes.length - 1);
            frames--;
        }
        return frames == 0
                || (frames < LinkPolicy.MAX_FRAMES_ON_LINK && bytes + frameBytes <= LinkPolicy.MAX_BYTES_ON_LINK);
    }

    void add(long arrivesAtNanos, int frameBytes) {
        if (frames == sizes.length) {
            grow();
        }
        int slot = (head + frames) & (sizes.length - 1);
        arrivalNanos[slot] = arrivesAtNanos;
        sizes[slot] = frameBytes;
        frames++;
        bytes += frameBytes;
    }

    void clear() {
        head = 0;
        frames = 0;
        bytes = 0;
    }

    boolean isEmpty() {
        return frames == 0;
    }

    private void grow() {
        int capacity = Math.max(FIRST_CAPACITY, 2 * sizes.length);
        long[] moreTimes = new long[capacity];
        int[] moreSizes = new int[capacity];
        for (int i = 0; i < frames; i++) {
            int slot = (head + i) & (sizes.length - 1);
            moreTimes[i] = arrivalNanos[slot];
            moreSizes[i] = sizes[slot];
        }
        arrivalNanos = moreTimes;
        sizes = moreSizes;
        head = 0;
    }
}
