package org.polytorus.simulator.ui.charts;

import org.polytorus.simulator.model.Counter;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.ui.controls.Quantities;

/** The eight counters of PolyTorus, as charts show them. */
public enum Metric {
    MESSAGES_SENT("Messages sent", "Msg. out", "Msg. out", Counter.MESSAGES_SENT, Unit.COUNT),
    MESSAGES_RECEIVED("Messages received", "Msg. in", "Msg. in", Counter.MESSAGES_RECEIVED, Unit.COUNT),
    BYTES_SENT("Bytes sent", "Bytes out", "B out", Counter.BYTES_SENT, Unit.BYTES),
    BYTES_RECEIVED("Bytes received", "Bytes in", "B in", Counter.BYTES_RECEIVED, Unit.BYTES),
    ACTIVE_CONNECTIONS("Active connections", "Active conn.", "Open now", Counter.ACTIVE_CONNECTIONS, Unit.LEVEL),
    TOTAL_CONNECTIONS("Total connections", "Total conn.", "Opened", Counter.TOTAL_CONNECTIONS, Unit.COUNT),
    BLOCKS_PROPAGATED("Blocks propagated", "Blocks prop.", "Blocks", Counter.BLOCKS_PROPAGATED, Unit.COUNT),
    TRANSACTIONS_PROPAGATED("Transactions propagated", "Tx prop.", "Tx", Counter.TRANSACTIONS_PROPAGATED, Unit.COUNT);

    private static final double ROOM_FOR_TITLE_PIXELS = 215;
    private static final double ROOM_FOR_SHORT_TITLE_PIXELS = 160;

    private final String title;
    private final String shortTitle;
    private final String shortestTitle;
    private final Counter counter;
    private final Unit unit;

    /** What is counted; a level goes up and down, so that it has no rate. */
    enum Unit {
        COUNT,
        BYTES,
        LEVEL
    }

    Metric(String title, String shortTitle, String shortestTitle, Counter counter, Unit unit) {
        this.title = title;
        this.shortTitle = shortTitle;
        this.shortestTitle = shortestTitle;
        this.counter = counter;
        this.unit = unit;
    }

    public String title() {
        return title;
    }

    /** The longest title that has room beside any value in a chart so many pixels wide; no two counters share one. */
    String titleIn(double width) {
        if (width >= ROOM_FOR_TITLE_PIXELS) {
            return title;
        }
        return isNarrow(width) ? shortestTitle : shortTitle;
    }

    /** Whether a chart so many pixels wide has room for nothing but the shortest words. */
    static boolean isNarrow(double width) {
        return width < ROOM_FOR_SHORT_TITLE_PIXELS;
    }

    /** The name that the counter has in PolyTorus. */
    public String counterName() {
        return counter.text();
    }

    /** Reads this counter. */
    public long of(NetworkStats stats) {
        return counter.of(stats);
    }

    /** The place in a row of values and in the grid of charts; nothing stores it. */
    @SuppressWarnings("EnumOrdinal")
    int position() {
        return ordinal();
    }

    Unit unit() {
        return unit;
    }

    /** Whether a rate can be shown. */
    boolean hasRate() {
        return unit != Unit.LEVEL;
    }

    /** A value of this metric, short, with its unit. */
    String text(double shown, boolean rate) {
        String number = unit == Unit.BYTES ? Quantities.bytes(shown) : Quantities.count(shown);
        return rate && hasRate() ? number + "/s" : number;
    }
}
