package org.polytorus.simulator.live;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.polytorus.simulator.host.FlightLog;
import org.polytorus.simulator.host.FlightSampler;
import org.polytorus.simulator.host.LinkCounters;
import org.polytorus.simulator.host.LinkSight;
import org.polytorus.simulator.host.NodeSetup;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/**
 * A pair of nodes: what the user asked of it and what was counted on it. It outlives its connections; each has a
 * {@link LinkHandler}, mostly there is one. May be used from any thread.
 */
final class LiveLink implements LinkSight {
    private final LinkId id;
    private final long seed;
    private final FlightLog flights;
    private final EpochClock clock;
    private final LinkCounters countersAToB = new LinkCounters(LongAdderTally::new);
    private final LinkCounters countersBToA = new LinkCounters(LongAdderTally::new);
    private final Map<Direction, LinkConditions> conditions = new ConcurrentHashMap<>();
    private final Set<LinkHandler> handlers = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> waitingForMend = ConcurrentHashMap.newKeySet();
    private final AtomicLong connections = new AtomicLong();
    private volatile boolean dropped;
    private volatile boolean described;

    LiveLink(LinkId id, long seed, FlightLog flights, EpochClock clock) {
        this.id = id;
        this.seed = seed;
        this.flights = flights;
        this.clock = clock;
        for (Direction direction : Direction.values()) {
            conditions.put(direction, LinkConditions.NONE);
        }
    }

    @Override
    public LinkId id() {
        return id;
    }

    /** The handler of a new connection that {@code dialler} opens. Chance differs from connection to connection. */
    LinkHandler newHandler(NodeName dialler) {
        RandomGenerator random = NodeSetup.linkRandom(seed, id, connections.getAndIncrement());
        return new LinkHandler(this, id.from(dialler), random);
    }

    /** It belongs to the testnet as somebody described it, and is shown even while nothing is on it. */
    void describe() {
        described = true;
    }

    @Override
    public boolean isLasting() {
        return described || dropped || conditions.values().stream().anyMatch(asked -> !asked.isNone());
    }

    @Override
    public boolean isDropped() {
        return dropped;
    }

    @Override
    public LinkConditions conditions(Direction direction) {
        return conditions.getOrDefault(direction, LinkConditions.NONE);
    }

    @Override
    public LinkCounters counters(Direction direction) {
        return switch (direction) {
            case A_TO_B -> countersAToB;
            case B_TO_A -> countersBToA;
        };
    }

    FlightSampler sampler(Direction direction) {
        return new FlightSampler(flights, clock::epochNanos, id, direction);
    }

    /** Resets every connection; new ones are refused from now on. */
    CompletableFuture<Void> drop() {
        dropped = true;
        mended();
        return resetAll();
    }

    /** Resets every connection; new ones may come. */
    CompletableFuture<Void> resetAll() {
        return all(handlers.stream().map(LinkHandler::reset).toList());
    }

    /** Whether a connection travels on it. */
    boolean isInUse() {
        return !handlers.isEmpty();
    }

    void restore() {
        dropped = false;
    }

    CompletableFuture<Void> setConditions(Direction direction, LinkConditions changed) {
        boolean wasBlackHole = isBlackHole();
        conditions.put(direction, changed);
        if (wasBlackHole && !isBlackHole()) {
            mended();
        }
        CompletableFuture<Void> inForce = all(handlers.stream()
                .map(handler -> handler.setConditions(direction, changed))
                .toList());
        return inForce.thenRun(counters(direction)::conditionsChanged);
    }

    void join(LinkHandler handler) {
        handlers.add(handler);
    }

    void leave(LinkHandler handler) {
        handlers.remove(handler);
    }

    /** Runs {@code retry} once, as soon as something about this link changes for a dial that hangs in a black hole. */
    void onMended(Runnable retry) {
        waitingForMend.add(retry);
    }

    void forgetMended(Runnable retry) {
        waitingForMend.remove(retry);
    }

    private void mended() {
        for (Runnable retry : List.copyOf(waitingForMend)) {
            if (waitingForMend.remove(retry)) {
                retry.run();
            }
        }
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> parts) {
        return CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new));
    }
}
