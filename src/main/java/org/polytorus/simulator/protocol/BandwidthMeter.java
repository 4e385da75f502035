package org.polytorus.simulator.protocol;

import java.util.concurrent.TimeUnit;

/** How much was sent in the last few whole seconds. */
final class BandwidthMeter {
    static final int WINDOW_SECONDS = 5;
    private static final double BITS_PER_MEGABIT = 1e6;

    /** One place for each second of the window and one for the second that is not over yet. */
    private final long[] bytesInSecond = new long[WINDOW_SECONDS + 1];

    private long latestSecond;
    /** Until then it is still the latest second. */
    private long secondEndsNanos;

    private int latestPlace;

    void sent(long now, int bytes) {
        advance(now);
        bytesInSecond[latestPlace] += bytes;
    }

    double megabitsPerSecond(long now) {
        advance(now);
        long sum = 0;
        for (int back = 1; back <= WINDOW_SECONDS; back++) {
            sum += bytesInSecond[place(latestSecond - back)];
        }
        return sum * Byte.SIZE / BITS_PER_MEGABIT / WINDOW_SECONDS;
    }

    private void advance(long now) {
        if (now < secondEndsNanos) {
            return;
        }
        long second = TimeUnit.NANOSECONDS.toSeconds(now);
        long oldestToClear = Math.max(latestSecond + 1, second - WINDOW_SECONDS);
        for (long passed = oldestToClear; passed <= second; passed++) {
            bytesInSecond[place(passed)] = 0;
        }
        latestSecond = Math.max(latestSecond, second);
        latestPlace = place(latestSecond);
        secondEndsNanos = TimeUnit.SECONDS.toNanos(latestSecond + 1);
    }

    private int place(long second) {
        return Math.floorMod(second, bytesInSecond.length);
    }
}
