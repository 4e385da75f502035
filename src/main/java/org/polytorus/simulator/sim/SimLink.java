package org.polytorus.simulator.sim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.Figures;
import org.polytorus.simulator.host.FlightLog;
import org.polytorus.simulator.host.FlightSampler;
import org.polytorus.simulator.host.FlightWatch;
import org.polytorus.simulator.host.HostLink;
import org.polytorus.simulator.host.NodeSetup;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.sim.SimDialler.Attempt;

/** A link in virtual time, its connections, and whether they make the two nodes peers. */
final class SimLink extends HostLink {
    private final SimWorld world;
    /** Null where an end is none of our nodes. */
    private final @Nullable SimNode a;

    private final @Nullable SimNode b;
    /** Bounded by the nodes: two of them keep one connection, besides duplicates that are ending. */
    private final Set<Wire> wires = new LinkedHashSet<>();
    /** Bounded by the nodes: each dials an address only once at a time. */
    private final Set<Attempt> waitingForMend = new LinkedHashSet<>();

    private long connections;
    /** Whether the one has registered the other as its peer. */
    private boolean aHasB;

    private boolean bHasA;

    SimLink(LinkId id, SimWorld world) {
        super(id, Figures::plain);
        this.world = world;
        a = world.nodes().get(id.a());
        b = world.nodes().get(id.b());
    }

    /** Makes a connection of two nodes that find the link passable. */
    Wire connect(SimNode dials, SimNode listens) {
        RandomGenerator random = NodeSetup.linkRandom(world.seed(), id(), connections++);
        Wire wire = new Wire(world.queue(), world.recorder(), this, random, dials, listens);
        wires.add(wire);
        return wire;
    }

    void leave(Wire wire) {
        wires.remove(wire);
    }

    /** Brings the counters up to now. */
    void settle() {
        wires.forEach(Wire::settle);
    }

    /** One of the two has registered the other, or has lost it. */
    void registered(NodeName by, boolean isRegistered) {
        if (by.equals(id().a())) {
            aHasB = isRegistered;
        } else {
            bHasA = isRegistered;
        }
    }

    /** Whether traffic passes, as snapshots tell it. */
    boolean carries() {
        boolean isJoined = aHasB && bHasA && a != null && b != null && a.isRunning() && b.isRunning();
        return isJoined && !isDropped() && !isBlackHole();
    }

    /** The numbers of its two nodes, while it carries. */
    IntStream ends() {
        return a == null || b == null ? IntStream.empty() : IntStream.of(a.number(), b.number());
    }

    FlightWatch watch(Direction direction) {
        FlightLog flights = world.flights();
        if (flights == null) {
            return FlightWatch.NOBODY;
        }
        FlightSampler sampler = new FlightSampler(flights, world.queue()::now, id(), direction);
        return (tag, travelNanos) -> {
            sampler.saw(tag, travelNanos);
            sampler.batchEnded();
        };
    }

    /** Resets every connection; new ones are refused from now on. */
    void drop() {
        refuse();
        List.copyOf(wires).forEach(Wire::reset);
    }

    void setConditions(Direction direction, LinkConditions changed) {
        ask(direction, changed);
        apply(direction);
    }

    /** Partitions swallow everything in exactly these directions from now on. */
    void cut(Set<Direction> changed) {
        askCut(changed).forEach(this::apply);
    }

    private void apply(Direction direction) {
        LinkConditions inForce = inForce(direction);
        List.copyOf(wires).forEach(wire -> wire.setConditions(direction, inForce));
        counters(direction).conditionsChanged();
    }

    /** Tries again as soon as something about this link changes for a dial that hangs in a black hole. */
    void onMended(Attempt attempt) {
        waitingForMend.add(attempt);
    }

    void forgetMended(Attempt attempt) {
        waitingForMend.remove(attempt);
    }

    @Override
    protected void mended() {
        List.copyOf(waitingForMend).forEach(Attempt::retry);
    }
}
