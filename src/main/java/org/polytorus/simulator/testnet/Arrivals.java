package org.polytorus.simulator.testnet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;

/** When one thing reached one node after the other, each once, in the order of time. Nodes go by their numbers. */
final class Arrivals {
    private static final int FIRST_ROOM = 8;

    private final BitSet reached = new BitSet();
    private int[] nodes = new int[0];
    private int[] froms = new int[0];
    private long[] nanos = new long[0];
    private int size;

    int size() {
        return size;
    }

    long nanos(int index) {
        return nanos[index];
    }

    /** Notes a node's first arrival; false if it had one before. Mostly they are told in their order, and then this is quick. */
    boolean add(int node, int from, long afterNanos) {
        if (reached.get(node)) {
            return false;
        }
        reached.set(node);
        makeRoom();
        int place = size++;
        while (place > 0 && nanos[place - 1] > afterNanos) {
            nodes[place] = nodes[place - 1];
            froms[place] = froms[place - 1];
            nanos[place] = nanos[place - 1];
            place--;
        }
        nodes[place] = node;
        froms[place] = from;
        nanos[place] = afterNanos;
        return true;
    }

    /** Until {@code count} nodes had an arrival, or −1 while fewer have. */
    long nanosUntil(int count) {
        if (count <= 0) {
            return 0;
        }
        return count <= size ? nanos[count - 1] : -1;
    }

    List<Arrival> list(NodeNumbers numbers) {
        return size == 0 ? List.of() : new ArrivalList(numbers.names(), nodes, froms, nanos, size);
    }

    private void makeRoom() {
        if (size == nodes.length) {
            int room = Math.max(FIRST_ROOM, size * 2);
            nodes = Arrays.copyOf(nodes, room);
            froms = Arrays.copyOf(froms, room);
            nanos = Arrays.copyOf(nanos, room);
        }
    }
}
