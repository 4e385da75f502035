package org.polytorus.simulator.testnet;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;

/** Arrivals in sixteen bytes each, since ten thousand nodes times two hundred blocks are many. Never changes. */
final class ArrivalList extends AbstractList<Arrival> implements RandomAccess {
    static final int UNKNOWN = -1;

    private final NodeName[] names;
    private final int[] nodes;
    private final int[] froms;
    private final long[] nanos;

    /** Keeps copies of the first {@code size} of each, but for {@code names}, which nobody may change any more. */
    ArrivalList(NodeName[] names, int[] nodes, int[] froms, long[] nanos, int size) {
        this.names = names;
        this.nodes = Arrays.copyOf(nodes, size);
        this.froms = Arrays.copyOf(froms, size);
        this.nanos = Arrays.copyOf(nanos, size);
    }

    /** The same arrivals in a list that never changes. */
    static List<Arrival> immutable(List<Arrival> arrivals) {
        return arrivals instanceof ArrivalList ? arrivals : List.copyOf(arrivals);
    }

    @Override
    public Arrival get(int index) {
        Objects.checkIndex(index, nodes.length);
        return new Arrival(names[nodes[index]], nanos[index], froms[index] == UNKNOWN ? null : names[froms[index]]);
    }

    @Override
    public int size() {
        return nodes.length;
    }
}
