package org.polytorus.simulator.ui.graph;

import javafx.scene.paint.Color;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.ui.fx.Palette;

/** How a node is drawn: each has its own shape besides its colour. */
enum NodeLook {
    HEALTHY("Running, healthy"),
    DEGRADED("Running, degraded: peer or dial fails"),
    UNHEALTHY("Running, unhealthy: connections fail"),
    DISCONNECTED("Running without any peer"),
    STARTING("Starting"),
    STOPPED("Stopped"),
    FAILED("Failed to start"),
    GUEST("Guest: another program, connected"),
    GUEST_AWAY("Guest: expected, or gone");

    private final String text;

    NodeLook(String text) {
        this.text = text;
    }

    static NodeLook of(NodeSnapshot node) {
        return switch (node.state()) {
            case STARTING -> STARTING;
            case STOPPED -> STOPPED;
            case FAILED -> FAILED;
            case RUNNING ->
                switch (node.health()) {
                    case HEALTHY -> HEALTHY;
                    case DEGRADED -> DEGRADED;
                    case UNHEALTHY -> UNHEALTHY;
                    case DISCONNECTED -> DISCONNECTED;
                };
        };
    }

    static NodeLook ofGuest(boolean connected) {
        return connected ? GUEST : GUEST_AWAY;
    }

    boolean isGuest() {
        return this == GUEST || this == GUEST_AWAY;
    }

    /** How a person reads it. */
    String text() {
        return text;
    }

    /** Whether the shape is filled, so that text inside needs the colour for that. */
    boolean filled() {
        return switch (this) {
            case HEALTHY, DEGRADED, UNHEALTHY, DISCONNECTED, FAILED -> true;
            case STARTING, STOPPED, GUEST, GUEST_AWAY -> false;
        };
    }

    Color colour(Palette palette) {
        return switch (this) {
            case HEALTHY -> palette.node().healthy();
            case DEGRADED -> palette.node().degraded();
            case UNHEALTHY -> palette.node().unhealthy();
            case DISCONNECTED -> palette.node().disconnected();
            case STARTING -> palette.node().starting();
            case STOPPED -> palette.node().stopped();
            case FAILED -> palette.node().failed();
            case GUEST -> palette.text();
            case GUEST_AWAY -> palette.mutedText();
        };
    }
}
