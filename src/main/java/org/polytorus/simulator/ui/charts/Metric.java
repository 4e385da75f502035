package org.polytorus.simulator.ui.charts;

import org.polytorus.simulator.model.Counter;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.ui.controls.Quantities;

/** The eight counters of PolyTorus, as charts show them. */
public enum Metric {
    MESSAGES_SENT("Messages sent", "Msg. out", Counter.MESSAGES_SENT, Unit.COUNT),
    MESSAGES_RECEIVED("Messages received", "Msg. in", Counter.MESSAGES_RECEIVED, Unit.COUNT),
    BYTES_SENT("Bytes sent", "Bytes out", Counter.BYTES_SENT, Unit.BYTES),
    BYTES_RECEIVED("Bytes received", "Bytes in", Counter.BYTES_RECEIVED, Unit.BYTES),
    ACTIVE_CONNECTIONS("Active connections", "Active conn.", Counter.ACTIVE_CONNECTIONS, Unit.LEVEL),
    TOTAL_CONNECTIONS("Total connections", "Total conn.", Counter.TOTAL_CONNECTIONS, Unit.COUNT),
    BLOCKS_PROPAGATED("Blocks propagated", "Blocks prop.", Counter.BLOCKS_PROPAGATED, Unit.COUNT),
    TRANSACTIONS_PROPAGATED("Transactions propagated", "Tx prop.", Counter.TRANSACTIONS_PROPAGATED, Unit.COUNT);

    private final String title;
    private final String shortTitle;
    private final Counter counter;
    private final Unit unit;

    /** What is counted; a level goes up and down, so that it has no rate. */
    enum Unit {
        COUNT,
        BYTES,
        LEVEL
    }

    Metric(String title, String shortTitle, Counter counter, Unit unit) {
        this.title = title;
        this.shortTitle = shortTitle;
        this.counter = counter;
        this.unit = unit;
    }

    public String title() {
        return title;
    }

    /** A title for narrow charts. */
    String shortTitle() {
        return shortTitle;
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
