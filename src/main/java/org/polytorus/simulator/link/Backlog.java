package org.polytorus.simulator.link;

/**
 * The frames that are on the way, kept only to bound them: a ring of arrival times and sizes, oldest first. Arrival times
 * never decrease, so what has arrived is always at the head.
 */
final class Backlog {
    private static final int FIRST_CAPACITY = 4;

    /**
     * The arrival time and the size of each frame, beside each other since they are read together. Without room until the
     * first frame, since nothing is asked of most links.
     */
    private long[] figures = {};

    private int capacity;
    private int head;
    private int frames;
    private long bytes;

    /** Forgets what has arrived by now, then says whether one more frame fits. A single frame always fits. */
    boolean hasRoom(long nowNanos, int frameBytes) {
        while (frames > 0 && figures[2 * head] - nowNanos <= 0) {
            bytes -= figures[2 * head + 1];
            head = (head + 1) & (capacity - 1);
            frames--;
        }
        return frames == 0
                || (frames < LinkPolicy.MAX_FRAMES_ON_LINK && bytes + frameBytes <= LinkPolicy.MAX_BYTES_ON_LINK);
    }

    void add(long arrivesAtNanos, int frameBytes) {
        if (frames == capacity) {
            grow();
        }
        int slot = (head + frames) & (capacity - 1);
        figures[2 * slot] = arrivesAtNanos;
        figures[2 * slot + 1] = frameBytes;
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
        int room = Math.max(FIRST_CAPACITY, 2 * capacity);
        long[] more = new long[2 * room];
        for (int i = 0; i < frames; i++) {
            int slot = (head + i) & (capacity - 1);
            more[2 * i] = figures[2 * slot];
            more[2 * i + 1] = figures[2 * slot + 1];
        }
        figures = more;
        capacity = room;
        head = 0;
    }
}
