package org.polytorus.simulator.ui.charts;

import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.ui.controls.Quantities;

/** The eight counters of PolyTorus, as charts show them. */
public enum Metric {
    MESSAGES_SENT("Messages sent", "Msg. sent", "messages_sent", Unit.COUNT),
    MESSAGES_RECEIVED("Messages received", "Msg. recv.", "messages_received", Unit.COUNT),
    BYTES_SENT("Bytes sent", "Bytes sent", "bytes_sent", Unit.BYTES),
    BYTES_RECEIVED("Bytes received", "Bytes recv.", "bytes_received", Unit.BYTES),
    ACTIVE_CONNECTIONS("Active connections", "Active conn.", "active_connections", Unit.LEVEL),
    TOTAL_CONNECTIONS("Total connections", "Total conn.", "total_connections", Unit.COUNT),
    BLOCKS_PROPAGATED("Blocks propagated", "Blocks prop.", "blocks_propagated", Unit.COUNT),
    TRANSACTIONS_PROPAGATED("Transactions propagated", "Tx prop.", "transactions_propagated", Unit.COUNT);

    private final String title;
    private final String shortTitle;
    private final String counterName;
    private final Unit unit;

    /** What is counted; a level goes up and down, so that it has no rate. */
    enum Unit {
        COUNT,
        BYTES,
        LEVEL
    }

    Metric(String title, String shortTitle, String counterName, Unit unit) {
        this.title = title;
        this.shortTitle = shortTitle;
        this.counterName = counterName;
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
        return counterName;
    }

    /** Reads this counter. */
    public long of(NetworkStats stats) {
        return switch (this) {
            case MESSAGES_SENT -> stats.messagesSent();
            case MESSAGES_RECEIVED -> stats.messagesReceived();
            case BYTES_SENT -> stats.bytesSent();
            case BYTES_RECEIVED -> stats.bytesReceived();
            case ACTIVE_CONNECTIONS -> stats.activeConnections();
            case TOTAL_CONNECTIONS -> stats.totalConnections();
            case BLOCKS_PROPAGATED -> stats.blocksPropagated();
            case TRANSACTIONS_PROPAGATED -> stats.transactionsPropagated();
        };
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
