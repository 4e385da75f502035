package org.polytorus.simulator.host;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;

/**
 * A pair of nodes: what the user asked of it and what was counted on it. It outlives its connections; mostly there is one. A
 * host adds the connections, and does to them what changes here. May be read from any thread.
 */
public abstract class HostLink {
    private static final Set<Direction> NEITHER = Collections.unmodifiableSet(EnumSet.noneOf(Direction.class));

    private final LinkId id;
    private final LinkCounters countersAToB;
    private final LinkCounters countersBToA;
    private volatile LinkConditions conditionsAToB = LinkConditions.NONE;
    private volatile LinkConditions conditionsBToA = LinkConditions.NONE;
    private volatile Set<Direction> cut = NEITHER;
    private volatile boolean dropped;
    private volatile boolean described;

    /** @param figures makes what the counters of a direction count with */
    protected HostLink(LinkId id, IntFunction<Figures> figures) {
        this.id = id;
        countersAToB = new LinkCounters(figures);
        countersBToA = new LinkCounters(figures);
    }

    public final LinkId id() {
        return id;
    }

    /** It belongs to the testnet as somebody described it, and is shown even while nothing is on it. */
    public final void describe() {
        described = true;
    }

    /** Whether the user has to see it, whatever the two nodes do. */
    public final boolean isLasting() {
        return described || dropped || !cut.isEmpty() || !conditionsAToB.isNone() || !conditionsBToA.isNone();
    }

    public final boolean isDropped() {
        return dropped;
    }

    /** Whether no connection can come about, since one of the two directions swallows its part. */
    public final boolean isBlackHole() {
        return !cut.isEmpty() || conditionsAToB.blackHole() || conditionsBToA.blackHole();
    }

    /** What the user asked of it. */
    public final LinkConditions conditions(Direction direction) {
        return switch (direction) {
            case A_TO_B -> conditionsAToB;
            case B_TO_A -> conditionsBToA;
        };
    }

    /** What the user asked of it, with what partitions add. */
    public final LinkConditions inForce(Direction direction) {
        LinkConditions asked = conditions(direction);
        return cut.contains(direction) ? asked.withBlackHole(true) : asked;
    }

    public final LinkCounters counters(Direction direction) {
        return switch (direction) {
            case A_TO_B -> countersAToB;
            case B_TO_A -> countersBToA;
        };
    }

    /** The directions in which partitions swallow everything. */
    public final Set<Direction> cut() {
        return cut;
    }

    /** New connections are refused from now on; those that are open are left to the host. */
    protected final void refuse() {
        dropped = true;
        mended();
    }

    /** New connections may come. */
    public final void restore() {
        dropped = false;
    }

    /** Notes what is asked of a direction; its connections are left to the host. */
    protected final void ask(Direction direction, LinkConditions changed) {
        boolean wasBlackHole = isBlackHole();
        switch (direction) {
            case A_TO_B -> conditionsAToB = changed;
            case B_TO_A -> conditionsBToA = changed;
        }
        tellIfMended(wasBlackHole);
    }

    /** Notes in which directions partitions swallow everything; those that differ from before, which are left to the host. */
    protected final List<Direction> askCut(Set<Direction> changed) {
        Set<Direction> before = cut;
        boolean wasBlackHole = isBlackHole();
        cut = changed;
        tellIfMended(wasBlackHole);
        return Arrays.stream(Direction.values())
                .filter(direction -> before.contains(direction) != changed.contains(direction))
                .toList();
    }

    /** Something changed for dials that hang in a black hole: they are to be tried again. */
    protected abstract void mended();

    private void tellIfMended(boolean wasBlackHole) {
        if (wasBlackHole && !isBlackHole()) {
            mended();
        }
    }
}
