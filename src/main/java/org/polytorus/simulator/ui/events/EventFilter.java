package org.polytorus.simulator.ui.events;

import java.util.Locale;
import org.polytorus.simulator.testnet.TestnetEvent;

/** Which events the list shows: a group of kinds, as a person thinks of them. */
enum EventFilter {
    ALL("All events"),
    PROBLEMS("Warnings and errors"),
    NODES("Nodes"),
    LINKS("Links"),
    CHAIN("Blocks and transactions"),
    FLOODS("Floods");

    private final String text;

    EventFilter(String text) {
        this.text = text;
    }

    /** Whether an event is in this group and holds the wanted text, in either case of letters. */
    boolean shows(TestnetEvent event, String wanted) {
        return inGroup(event) && contains(event, wanted.strip().toLowerCase(Locale.ROOT));
    }

    private boolean inGroup(TestnetEvent event) {
        return switch (this) {
            case ALL -> true;
            case PROBLEMS -> event.severity() != TestnetEvent.Severity.INFO;
            case NODES, LINKS, CHAIN, FLOODS -> groupOf(event.kind()) == this;
        };
    }

    private static EventFilter groupOf(TestnetEvent.Kind kind) {
        return switch (kind) {
            case NODE_STARTED, NODE_STOPPED, NODE_FAILED, MISBEHAVIOUR -> NODES;
            case LINK_UP, LINK_DOWN, LINK_DROPPED, LINK_RESTORED, CONDITIONS_CHANGED, DIAL_FAILED, PARTITION -> LINKS;
            case BLOCK_MINED, REORGANISATION, BLOCK_REJECTED, TRANSACTION_SENT -> CHAIN;
            case FLOOD_STARTED, FLOOD_ENDED -> FLOODS;
            case NOTE -> ALL;
        };
    }

    private static boolean contains(TestnetEvent event, String wanted) {
        return wanted.isEmpty()
                || event.text().toLowerCase(Locale.ROOT).contains(wanted)
                || String.valueOf(event.node()).toLowerCase(Locale.ROOT).contains(wanted)
                || String.valueOf(event.link()).toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** What the list of choices shows. */
    @Override
    public String toString() {
        return text;
    }
}
