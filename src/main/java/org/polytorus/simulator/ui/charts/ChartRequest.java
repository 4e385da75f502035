package org.polytorus.simulator.ui.charts;

import org.polytorus.simulator.ui.controls.Moments;

/**
 * What all small charts show at the moment.
 *
 * @param fromNanos the left end of the time axis
 * @param toNanos the right end: the latest sample
 * @param rate growth per second, or the counters themselves
 * @param cursorNanos the moment under the mouse, or {@link #NO_CURSOR}
 * @param moments how the moment under the mouse is written
 */
record ChartRequest(
        History.Series series,
        long fromNanos,
        long toNanos,
        boolean rate,
        long cursorNanos,
        ChartColors colors,
        Moments moments) {
    static final long NO_CURSOR = Long.MIN_VALUE;

    boolean hasCursor() {
        return cursorNanos != NO_CURSOR && series.size() > 0;
    }
}
