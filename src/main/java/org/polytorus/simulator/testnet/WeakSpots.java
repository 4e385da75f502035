package org.polytorus.simulator.testnet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the parts of a network, its bridges and its articulation points in one walk, after Hopcroft and Tarjan ("Efficient
 * algorithms for graph manipulation", 1973). Without recursion, which JGraphT's inspector needs and which a line of some
 * thousand nodes takes to the end of the stack.
 */
final class WeakSpots {
    private final int[][] neighbours;
    /** When the walk came to each node, from 1; 0 before it did. */
    private final int[] found;
    /** The earliest node that each one's descendants reach by a link that the walk did not take. */
    private final int[] reach;

    private final int[] parents;
    /** How many of its neighbours each node has looked at. */
    private final int[] looked;

    private final List<Bridge> bridges = new ArrayList<>();
    private final BitSet articulationPoints = new BitSet();
    private int components;
    private int clock;

    /** Two nodes, of which the later was found from the earlier. */
    record Bridge(int from, int to) {}

    /** @param neighbours of each node, each once, and never itself */
    WeakSpots(int[][] neighbours) {
        this.neighbours = neighbours;
        found = new int[neighbours.length];
        reach = new int[neighbours.length];
        parents = new int[neighbours.length];
        looked = new int[neighbours.length];
        Arrays.fill(parents, -1);
        for (int node = 0; node < neighbours.length; node++) {
            if (found[node] == 0) {
                components++;
                walk(node);
            }
        }
    }

    int components() {
        return components;
    }

    List<Bridge> bridges() {
        return List.copyOf(bridges);
    }

    /** Positions of nodes. */
    BitSet articulationPoints() {
        return articulationPoints;
    }

    private void walk(int root) {
        int children = 0;
        int node = root;
        enter(root);
        while (node >= 0) {
            if (looked[node] < neighbours[node].length) {
                int next = neighbours[node][looked[node]++];
                if (found[next] == 0) {
                    children += node == root ? 1 : 0;
                    parents[next] = node;
                    enter(next);
                    node = next;
                } else if (next != parents[node]) {
                    reach[node] = Math.min(reach[node], found[next]);
                }
            } else {
                leave(node, root);
                node = parents[node];
            }
        }
        articulationPoints.set(root, children > 1);
    }

    private void enter(int node) {
        clock++;
        found[node] = clock;
        reach[node] = clock;
    }

    private void leave(int node, int root) {
        int parent = parents[node];
        if (parent < 0) {
            return;
        }
        reach[parent] = Math.min(reach[parent], reach[node]);
        if (reach[node] > found[parent]) {
            bridges.add(new Bridge(parent, node));
        }
        if (parent != root && reach[node] >= found[parent]) {
            articulationPoints.set(parent);
        }
    }
}
