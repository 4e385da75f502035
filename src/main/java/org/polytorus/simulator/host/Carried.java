package org.polytorus.simulator.host;

/**
 * Frames of a lane that its host carries to the other end by itself, oldest first: when each entered, when it leaves, and how
 * large it is. They leave in the order in which they came. Bounded, so that what a lane holds back grows in its queue, where
 * it is seen.
 */
final class Carried<T> {
    static final int MAX_FRAMES = 256;
    static final int MAX_BYTES = 1 << 20;

    /** What lies in a place that is free again. */
    private static final Object GONE = new Object();

    private static final int FIRST_ROOM = 4;
    /** Figures of a frame: they lie beside each other, since they are read together. */
    private static final int FIGURES = 3;

    private static final int LEAVES = 1;
    private static final int BYTES = 2;

    private long[] figures = {};
    private Object[] frames = {};
    private int head;
    private int size;
    private int bytes;

    /** Hears of the frames that are taken out. */
    interface Taker<T> {
        void take(T frame, int frameBytes, long enteredNanos, long leavesNanos);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    boolean hasRoom(int frameBytes) {
        return size < MAX_FRAMES && bytes + frameBytes <= MAX_BYTES;
    }

    /** Puts a frame in that leaves no earlier than those before. */
    void add(T frame, int frameBytes, long enteredNanos, long leavesNanos) {
        if (size == frames.length) {
            grow();
        }
        int slot = slot(size);
        frames[slot] = frame;
        figures[FIGURES * slot] = enteredNanos;
        figures[FIGURES * slot + LEAVES] = leavesNanos;
        figures[FIGURES * slot + BYTES] = frameBytes;
        size++;
        bytes += frameBytes;
    }

    /** Whether a frame has left by then. */
    boolean hasLeft(long nowNanos) {
        return size > 0 && figures[FIGURES * head + LEAVES] - nowNanos <= 0;
    }

    /** When the last one leaves; there is one. */
    long lastLeavesNanos() {
        return figures[FIGURES * slot(size - 1) + LEAVES];
    }

    /** Takes the oldest out; there is one. */
    @SuppressWarnings("unchecked") // Only frames are put in.
    void takeFirst(Taker<T> taker) {
        int slot = head;
        T frame = (T) frames[slot];
        int frameBytes = (int) figures[FIGURES * slot + BYTES];
        frames[slot] = GONE;
        head = slot(1);
        size--;
        bytes -= frameBytes;
        taker.take(frame, frameBytes, figures[FIGURES * slot], figures[FIGURES * slot + LEAVES]);
    }

    private int slot(int place) {
        return (head + place) & (frames.length - 1);
    }

    private void grow() {
        int room = Math.max(FIRST_ROOM, 2 * frames.length);
        Object[] moreFrames = new Object[room];
        long[] moreFigures = new long[FIGURES * room];
        for (int i = 0; i < size; i++) {
            int slot = slot(i);
            moreFrames[i] = frames[slot];
            System.arraycopy(figures, FIGURES * slot, moreFigures, FIGURES * i, FIGURES);
        }
        frames = moreFrames;
        figures = moreFigures;
        head = 0;
    }
}
