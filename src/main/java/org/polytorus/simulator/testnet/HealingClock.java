package org.polytorus.simulator.testnet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;

/**
 * Measures how long the nodes take to agree again after their network was cut and mended. It is shown one look at the network
 * after the other, and is as exact as the looks are close.
 *
 * <p>The network is cut when nodes that were joined are running but at two looks in a row joined no longer: by dropped links,
 * black holes, a stopped node between them, whatever it was. A node that newly starts, and a dropped link that leaves a way
 * around, cut nothing; where all but one have stopped, nothing is left to be cut. It is whole again when links that carry
 * traffic join all those of them that run, not when the order to restore was given: an order may leave other cuts in place, and
 * only what carries can bring a tip. They have one tip when, after that, all of them are first seen on the same one.
 */
public final class HealingClock {
    private Set<NodeName> joined = new TreeSet<>();
    private boolean wasApart;
    private boolean isCut;
    private long apartNanos;
    private @Nullable Healing healing;

    /** A running node, as far as healing is concerned. */
    public interface Follower {
        NodeName name();

        /** The last block of the chain that it follows. */
        Hash tip();
    }

    /** What a look shows that the one before did not. */
    public enum Turn {
        CUT,
        WHOLE,
        ONE_TIP
    }

    /**
     * Takes a look at the network.
     *
     * @param running the nodes that run
     * @param components the same, grouped by links that carry traffic
     * @return what turned since the last look, in the order in which it is to be told; mostly nothing
     */
    public List<Turn> look(long epochNanos, Collection<? extends Follower> running, List<List<NodeName>> components) {
        List<Turn> turns = new ArrayList<>();
        boolean apart = components.stream().filter(this::holdsJoined).limit(2).count() == 2;
        if (running.size() < 2) {
            joined.clear();
            isCut = false;
        } else if (apart) {
            cut(epochNanos, turns);
        } else {
            whole(epochNanos, running, turns);
        }
        wasApart = apart;
        if (!apart && components.size() == 1) {
            joined = new TreeSet<>(components.getFirst());
        }
        return turns;
    }

    /** A node has started, perhaps so soon after it stopped that no look found it gone; what it was joined to is past. */
    public void started(NodeName node) {
        joined.remove(node);
    }

    private void cut(long epochNanos, List<Turn> turns) {
        if (!wasApart) {
            apartNanos = epochNanos;
        } else if (!isCut) {
            isCut = true;
            turns.add(Turn.CUT);
        }
    }

    private void whole(long epochNanos, Collection<? extends Follower> running, List<Turn> turns) {
        if (isCut) {
            isCut = false;
            healing = new Healing(epochNanos, -1);
            turns.add(Turn.WHOLE);
        }
        Healing current = healing;
        if (current != null && current.oneTipNanos() < 0 && agree(running)) {
            healing = new Healing(current.healedNanos(), epochNanos);
            turns.add(Turn.ONE_TIP);
        }
    }

    /** Whether a look at so many components may turn anything: not before the nodes were joined for the first time. */
    public boolean mayTurn(int components) {
        return components == 1 || !joined.isEmpty();
    }

    /** How the last mending went, or null before the first. While the network is cut anew, still that. */
    public @Nullable Healing healing() {
        return healing;
    }

    /** When the present or last cut was first seen, in nanoseconds since the Unix epoch; 0 before the first. */
    public long cutNanos() {
        return apartNanos;
    }

    private boolean holdsJoined(List<NodeName> component) {
        return component.stream().anyMatch(joined::contains);
    }

    private boolean agree(Collection<? extends Follower> running) {
        return running.stream()
                        .filter(node -> joined.contains(node.name()))
                        .map(Follower::tip)
                        .distinct()
                        .limit(2)
                        .count()
                == 1;
    }
}
