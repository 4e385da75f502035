package org.polytorus.simulator.ui.graph;

import org.polytorus.simulator.testnet.LinkSnapshot;

/** How a link is drawn: each has its own dash or sign besides its colour. */
enum LinkLook {
    CONNECTED("Connected"),
    CONNECTING("Connecting"),
    DOWN("Down: nobody tries"),
    DROPPED("Dropped by you"),
    SILENT("Silent: swallows messages"),
    CUT("Cut by a partition");

    private final String text;

    LinkLook(String text) {
        this.text = text;
    }

    /** What a partition has cut is seen as such for as long as it lasts, whatever becomes of the connection. */
    static LinkLook of(LinkSnapshot.State state, CutLook cut) {
        return switch (state) {
            case DROPPED -> DROPPED;
            case CONNECTED, CONNECTING, DOWN, SILENT -> cut == CutLook.NONE ? of(state) : CUT;
        };
    }

    private static LinkLook of(LinkSnapshot.State state) {
        return switch (state) {
            case CONNECTED -> CONNECTED;
            case CONNECTING -> CONNECTING;
            case DOWN -> DOWN;
            case DROPPED -> DROPPED;
            case SILENT -> SILENT;
        };
    }

    /** Whether there is a sign in its middle. */
    boolean hasSign() {
        return switch (this) {
            case DROPPED, SILENT, CUT -> true;
            case CONNECTED, CONNECTING, DOWN -> false;
        };
    }

    /** How a person reads it. */
    String text() {
        return text;
    }
}
