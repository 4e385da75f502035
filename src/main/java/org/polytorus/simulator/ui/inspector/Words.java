package org.polytorus.simulator.ui.inspector;

import org.kordamp.ikonli.feather.Feather;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;

/** States in words, with the icon and the style class that go with them. */
record Words(String shortText, String sentence, Feather icon, String style) {
    private static final String GOOD = "state-good";
    private static final String WAITING = "state-waiting";
    private static final String BAD = "state-bad";
    private static final String IDLE = "state-idle";

    static Words of(LinkSnapshot.State state) {
        return switch (state) {
            case CONNECTED -> new Words("Connected", "Messages travel both ways.", Feather.CHECK_CIRCLE, GOOD);
            case CONNECTING ->
                new Words("Connecting", "An end dials, or waits for its next try.", Feather.REFRESH_CW, WAITING);
            case DOWN -> new Words("Down", "An end is stopped, or neither end dials.", Feather.MINUS_CIRCLE, IDLE);
            case DROPPED ->
                new Words(
                        "Dropped", "Cut by you: connections are refused until you restore it.", Feather.X_CIRCLE, BAD);
            case SILENT ->
                new Words(
                        "Silent", "Connected, but a black hole swallows a direction.", Feather.ALERT_TRIANGLE, WAITING);
        };
    }

    /** Of a link that a partition cuts. */
    static Words ofCut(LinkSnapshot.State state) {
        return switch (state) {
            case SILENT -> new Words("Cut", "Connected, but a partition swallows what is sent.", Feather.SCISSORS, BAD);
            case CONNECTED, CONNECTING, DOWN, DROPPED -> of(state);
        };
    }

    static Words of(GuestSnapshot guest, boolean connected) {
        if (connected) {
            return new Words(
                    "Connected",
                    "A program of its own, not started from here: it is served, fed and kept warm.",
                    Feather.CHECK_CIRCLE,
                    GOOD);
        }
        if (guest.id() != null) {
            return new Words("Away", "It was here, and is connected with no node now.", Feather.MINUS_CIRCLE, IDLE);
        }
        return guest.address() == null
                ? new Words(
                        "Expected",
                        "The next program that dials one of our nodes is given this name.",
                        Feather.CLOCK,
                        WAITING)
                : new Words("Not reached", "Our nodes dial it; it has not answered yet.", Feather.REFRESH_CW, WAITING);
    }

    static Words of(NodeSnapshot.State state) {
        return switch (state) {
            case STARTING -> new Words("Starting", "Its listener is being opened.", Feather.REFRESH_CW, WAITING);
            case RUNNING -> new Words("Running", "It listens and takes part.", Feather.PLAY_CIRCLE, GOOD);
            case STOPPED ->
                new Words("Stopped", "It neither listens nor dials; its chain is kept.", Feather.STOP_CIRCLE, IDLE);
            case FAILED -> new Words("Failed", "It could not start.", Feather.X_CIRCLE, BAD);
        };
    }

    static Words ofSuspicion(String text) {
        return new Words(text, "", Feather.HELP_CIRCLE, WAITING);
    }

    static Words of(NodeSnapshot.Health health) {
        return switch (health) {
            case HEALTHY -> new Words("Healthy", "", Feather.CHECK_CIRCLE, GOOD);
            case DEGRADED -> new Words("Degraded", "", Feather.ALERT_TRIANGLE, WAITING);
            case UNHEALTHY -> new Words("Unhealthy", "", Feather.ALERT_OCTAGON, BAD);
            case DISCONNECTED -> new Words("Disconnected", "", Feather.MINUS_CIRCLE, IDLE);
        };
    }
}
