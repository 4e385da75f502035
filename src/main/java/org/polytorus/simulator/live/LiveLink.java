package org.polytorus.simulator.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.polytorus.simulator.host.FlightLog;
import org.polytorus.simulator.host.FlightSampler;
import org.polytorus.simulator.host.HostLink;
import org.polytorus.simulator.host.NodeSetup;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/** A link on sockets: each of its connections has a {@link LinkHandler}. May be used from any thread. */
final class LiveLink extends HostLink {
    private final long seed;
    private final FlightLog flights;
    private final EpochClock clock;
    private final Set<LinkHandler> handlers = new CopyOnWriteArraySet<>();
    private final Set<Runnable> waitingForMend = new CopyOnWriteArraySet<>();
    private final AtomicLong connections = new AtomicLong();

    LiveLink(LinkId id, long seed, FlightLog flights, EpochClock clock) {
        super(id, AtomicFigures::new);
        this.seed = seed;
        this.flights = flights;
        this.clock = clock;
    }

    /** The handler of a new connection that {@code dialler} opens. Chance differs from connection to connection. */
    LinkHandler newHandler(NodeName dialler) {
        RandomGenerator random = NodeSetup.linkRandom(seed, id(), connections.getAndIncrement());
        return new LinkHandler(this, id().from(dialler), random);
    }

    EpochClock clock() {
        return clock;
    }

    FlightSampler sampler(Direction direction) {
        return new FlightSampler(flights, clock::epochNanos, id(), direction);
    }

    /** Resets every connection; new ones are refused from now on. */
    CompletableFuture<Void> drop() {
        refuse();
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

    CompletableFuture<Void> setConditions(Direction direction, LinkConditions changed) {
        ask(direction, changed);
        return apply(direction);
    }

    /** Partitions swallow everything in exactly these directions from now on. */
    CompletableFuture<Void> cut(Set<Direction> changed) {
        return all(askCut(changed).stream().map(this::apply).toList());
    }

    private CompletableFuture<Void> apply(Direction direction) {
        LinkConditions changed = inForce(direction);
        CompletableFuture<Void> applied = all(handlers.stream()
                .map(handler -> handler.setConditions(direction, changed))
                .toList());
        return applied.thenRun(counters(direction)::conditionsChanged);
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

    @Override
    protected void mended() {
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
