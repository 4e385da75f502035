package org.polytorus.simulator.ui.graph;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.MessageFlight;

/** The messages that are on their way across the screen: at most {@link #MAX_DOTS}, the rest is counted as thinned. */
final class Dots {
    static final int MAX_DOTS = 1_000;
    /** No dot crosses faster, so that the eye can follow. */
    static final long MIN_TRAVEL_NANOS = 450_000_000L;
    /** Messages that arrive in one batch start apart as they departed, up to this much. */
    static final long MAX_STAGGER_NANOS = 250_000_000L;

    /**
     * One message on its way between two places of the scene.
     *
     * @param reach the part of the way that it gets: a black hole swallows it in the middle
     */
    record Dot(
            LinkId link,
            Direction direction,
            DotKind kind,
            int from,
            int to,
            long startNanos,
            long travelNanos,
            double reach) {

        /** The part of the way that it has gone; below 0 it has not departed, above 1 it has arrived. */
        double progress(long nanos) {
            return (nanos - startNanos) / (double) travelNanos;
        }

        boolean over(long nanos) {
            return progress(nanos) >= reach;
        }
    }

    private List<Dot> alive = new ArrayList<>();
    private Map<LinkId, GraphScene.LinkMark> links = Map.of();
    private long thinned;

    /** Follows a new scene. Messages on links that no longer carry anything are gone. */
    void setScene(GraphScene scene) {
        Map<LinkId, GraphScene.LinkMark> now = new LinkedHashMap<>();
        scene.links().forEach(link -> now.put(link.id(), link));
        links = now;
        List<Dot> kept = new ArrayList<>();
        for (Dot dot : alive) {
            GraphScene.LinkMark link = links.get(dot.link);
            if (link != null && carries(link.state())) {
                kept.add(moved(dot, link));
            }
        }
        alive = kept;
    }

    /** Lets messages depart now, in the order and with the pauses in which they were sent. */
    void add(List<MessageFlight> flights, long nowNanos) {
        long first =
                flights.stream().mapToLong(MessageFlight::departedNanos).min().orElse(0);
        for (MessageFlight flight : flights) {
            GraphScene.LinkMark link = links.get(flight.link());
            if (link != null) {
                long wait = Math.clamp(flight.departedNanos() - first, 0, MAX_STAGGER_NANOS);
                add(dot(flight, link, nowNanos + wait));
            }
        }
    }

    /** Forgets the dots that have arrived; returns whether any are left. */
    boolean expire(long nowNanos) {
        alive.removeIf(dot -> dot.over(nowNanos));
        return !alive.isEmpty();
    }

    List<Dot> alive() {
        return alive;
    }

    /** How many messages were not drawn because the screen was full. */
    long thinned() {
        return thinned;
    }

    void clear() {
        alive.clear();
        thinned = 0;
    }

    private void add(Dot dot) {
        if (alive.size() >= MAX_DOTS) {
            thinned++;
            if (!makeRoomFor(dot.kind)) {
                return;
            }
        }
        alive.add(dot);
    }

    /** Something less important gives way, so that a flood of pings does not hide a block. */
    private boolean makeRoomFor(DotKind kind) {
        DotKind least = kind;
        for (Dot dot : alive) {
            if (dot.kind.compareTo(least) > 0) {
                least = dot.kind;
            }
        }
        if (least == kind) {
            return false;
        }
        for (Iterator<Dot> dots = alive.iterator(); dots.hasNext(); ) {
            if (dots.next().kind == least) {
                dots.remove();
                return true;
            }
        }
        return false;
    }

    private static Dot dot(MessageFlight flight, GraphScene.LinkMark link, long startNanos) {
        boolean swallowed = switch (flight.direction()) {
            case A_TO_B -> link.aSwallowed();
            case B_TO_A -> link.bSwallowed();
        };
        Dot dot = new Dot(
                flight.link(),
                flight.direction(),
                DotKind.of(flight.kind()),
                0,
                0,
                startNanos,
                Math.max(MIN_TRAVEL_NANOS, flight.travelNanos()),
                swallowed ? 0.5 : 1);
        return moved(dot, link);
    }

    private static Dot moved(Dot dot, GraphScene.LinkMark link) {
        int from = dot.direction == Direction.A_TO_B ? link.a() : link.b();
        int to = dot.direction == Direction.A_TO_B ? link.b() : link.a();
        return new Dot(dot.link, dot.direction, dot.kind, from, to, dot.startNanos, dot.travelNanos, dot.reach);
    }

    private static boolean carries(LinkSnapshot.State state) {
        return switch (state) {
            case CONNECTED, CONNECTING, SILENT -> true;
            case DOWN, DROPPED -> false;
        };
    }
}
