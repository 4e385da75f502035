package org.polytorus.simulator.live;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
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
    private final LinkCounters countersAToB = new LinkCounters(AtomicFigures::new);
    private final LinkCounters countersBToA = new LinkCounters(AtomicFigures::new);
    private final Set<LinkHandler> handlers = new CopyOnWriteArraySet<>();
    private final Set<Runnable> waitingForMend = new CopyOnWriteArraySet<>();
    private final AtomicLong connections = new AtomicLong();
    private volatile Set<Direction> cut = EnumSet.noneOf(Direction.class);
    private volatile LinkConditions conditionsAToB = LinkConditions.NONE;
    private volatile LinkConditions conditionsBToA = LinkConditions.NONE;
    private volatile boolean dropped;
    private volatile boolean described;

    LiveLink(LinkId id, long seed, FlightLog flights, EpochClock clock) {
        this.id = id;
        this.seed = seed;
        this.flights = flights;
        this.clock = clock;
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
        return described || dropped || !cut.isEmpty() || !conditionsAToB.isNone() || !conditionsBToA.isNone();
    }

    @Override
    public boolean isDropped() {
        return dropped;
    }

    @Override
    public LinkConditions inForce(Direction direction) {
        LinkConditions asked = conditions(direction);
        return cut.contains(direction) ? asked.withBlackHole(true) : asked;
    }

    @Override
    public LinkConditions conditions(Direction direction) {
        return switch (direction) {
            case A_TO_B -> conditionsAToB;
            case B_TO_A -> conditionsBToA;
        };
    }

    @Override
    public LinkCounters counters(Direction direction) {
        return switch (direction) {
            case A_TO_B -> countersAToB;
            case B_TO_A -> countersBToA;
        };
    }

    EpochClock clock() {
        return clock;
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
        switch (direction) {
            case A_TO_B -> conditionsAToB = changed;
            case B_TO_A -> conditionsBToA = changed;
        }
        if (wasBlackHole && !isBlackHole()) {
            mended();
        }
        return apply(direction);
    }

    /** Partitions swallow everything in exactly these directions from now on. */
    CompletableFuture<Void> cut(Set<Direction> changed) {
        Set<Direction> before = cut;
        if (before.equals(changed)) {
            return CompletableFuture.completedFuture(null);
        }
        boolean wasBlackHole = isBlackHole();
        cut = changed;
        if (wasBlackHole && !isBlackHole()) {
            mended();
        }
        return all(Arrays.stream(Direction.values())
                .filter(direction -> before.contains(direction) != changed.contains(direction))
                .map(this::apply)
                .toList());
    }

    private CompletableFuture<Void> apply(Direction direction) {
        LinkConditions changed = inForce(direction);
        CompletableFuture<Void> applied = all(handlers.stream()
                .map(handler -> handler.setConditions(direction, changed))
                .toList());
        return applied.thenRun(counters(direction)::conditionsChanged);
    }

    Set<Direction> cut() {
        return cut;
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
