package org.polytorus.simulator.sim;

import java.util.EnumSet;
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
import org.polytorus.simulator.host.LinkCounters;
import org.polytorus.simulator.host.LinkSight;
import org.polytorus.simulator.host.NodeSetup;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.sim.SimDialler.Attempt;

/** A pair of nodes: what the user asked of it and what was counted on it. It outlives its connections; mostly there is one. */
final class SimLink implements LinkSight {
    private final LinkId id;
    private final SimWorld world;
    /** Null where an end is none of our nodes. */
    private final @Nullable SimNode a;

    private final @Nullable SimNode b;
    private final LinkCounters countersAToB = new LinkCounters(Figures::plain);
    private final LinkCounters countersBToA = new LinkCounters(Figures::plain);
    private LinkConditions conditionsAToB = LinkConditions.NONE;
    private LinkConditions conditionsBToA = LinkConditions.NONE;
    private Set<Direction> cut = EnumSet.noneOf(Direction.class);
    /** Bounded by the nodes: two of them keep one connection, besides duplicates that are ending. */
    private final Set<Wire> wires = new LinkedHashSet<>();
    /** Bounded by the nodes: each dials an address only once at a time. */
    private final Set<Attempt> waitingForMend = new LinkedHashSet<>();

    private long connections;
    private boolean dropped;
    private boolean described;
    /** Whether the one has registered the other as its peer. */
    private boolean aHasB;

    private boolean bHasA;

    SimLink(LinkId id, SimWorld world) {
        this.id = id;
        this.world = world;
        a = world.nodes().get(id.a());
        b = world.nodes().get(id.b());
    }

    @Override
    public LinkId id() {
        return id;
    }

    /** Makes a connection of two nodes that find the link passable. */
    Wire connect(SimNode dials, SimNode listens) {
        RandomGenerator random = NodeSetup.linkRandom(world.seed(), id, connections++);
        Wire wire = new Wire(world.queue(), world.recorder(), this, random, dials, listens);
        wires.add(wire);
        return wire;
    }

    void leave(Wire wire) {
        wires.remove(wire);
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
    public LinkConditions conditions(Direction direction) {
        return switch (direction) {
            case A_TO_B -> conditionsAToB;
            case B_TO_A -> conditionsBToA;
        };
    }

    @Override
    public LinkConditions inForce(Direction direction) {
        LinkConditions asked = conditions(direction);
        return cut.contains(direction) ? asked.withBlackHole(true) : asked;
    }

    @Override
    public LinkCounters counters(Direction direction) {
        return switch (direction) {
            case A_TO_B -> countersAToB;
            case B_TO_A -> countersBToA;
        };
    }

    /** One of the two has registered the other, or has lost it. */
    void registered(NodeName by, boolean isRegistered) {
        if (by.equals(id.a())) {
            aHasB = isRegistered;
        } else {
            bHasA = isRegistered;
        }
    }

    /** Whether traffic passes, as snapshots tell it. */
    boolean carries() {
        boolean isJoined = aHasB && bHasA && a != null && b != null && a.isRunning() && b.isRunning();
        return isJoined && !dropped && !isBlackHole();
    }

    /** The numbers of its two nodes, while it carries. */
    IntStream ends() {
        return a == null || b == null ? IntStream.empty() : IntStream.of(a.number(), b.number());
    }

    @Override
    public boolean isBlackHole() {
        return !cut.isEmpty() || conditionsAToB.blackHole() || conditionsBToA.blackHole();
    }

    FlightWatch watch(Direction direction) {
        FlightLog flights = world.flights();
        if (flights == null) {
            return FlightWatch.NOBODY;
        }
        FlightSampler sampler = new FlightSampler(flights, world.queue()::now, id, direction);
        return (tag, travelNanos) -> {
            sampler.saw(tag, travelNanos);
            sampler.batchEnded();
        };
    }

    /** Resets every connection; new ones are refused from now on. */
    void drop() {
        dropped = true;
        mended();
        List.copyOf(wires).forEach(Wire::reset);
    }

    void restore() {
        dropped = false;
    }

    void setConditions(Direction direction, LinkConditions changed) {
        boolean wasBlackHole = isBlackHole();
        switch (direction) {
            case A_TO_B -> conditionsAToB = changed;
            case B_TO_A -> conditionsBToA = changed;
        }
        if (wasBlackHole && !isBlackHole()) {
            mended();
        }
        apply(direction);
    }

    /** Partitions swallow everything in exactly these directions from now on. */
    void cut(Set<Direction> changed) {
        Set<Direction> before = cut;
        boolean wasBlackHole = isBlackHole();
        cut = changed;
        if (wasBlackHole && !isBlackHole()) {
            mended();
        }
        for (Direction direction : Direction.values()) {
            if (before.contains(direction) != changed.contains(direction)) {
                apply(direction);
            }
        }
    }

    Set<Direction> cut() {
        return cut;
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

    private void mended() {
        List.copyOf(waitingForMend).forEach(Attempt::retry);
    }
}
