package org.polytorus.simulator.testnet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;

/** A number for each node, and for guests that bring something. */
final class NodeNumbers {
    /** Guests beyond that are strangers. */
    static final int MAX_GUESTS = 100;

    private final int nodes;
    private final Map<NodeName, Integer> numbers = new LinkedHashMap<>();
    private NodeName[] names;

    /** @param nodes all nodes of the testnet, without guests */
    NodeNumbers(List<NodeName> nodes) {
        this.nodes = nodes.size();
        names = nodes.toArray(NodeName[]::new);
        for (int i = 0; i < names.length; i++) {
            numbers.put(names[i], i);
        }
    }

    /** How many nodes the testnet has. */
    int nodes() {
        return nodes;
    }

    /** {@link ArrivalList#UNKNOWN} for nobody and for guests too many. */
    int of(@Nullable NodeName name) {
        if (name == null) {
            return ArrivalList.UNKNOWN;
        }
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        if (names.length >= nodes + MAX_GUESTS) {
            return ArrivalList.UNKNOWN;
        }
        int number = names.length;
        numbers.put(name, number);
        names = Arrays.copyOf(names, number + 1);
        names[number] = name;
        return number;
    }

    NodeName name(int number) {
        return names[number];
    }

    /** By number. Not to be changed; a name that comes later is in a later array. */
    NodeName[] names() {
        return names;
    }
}
