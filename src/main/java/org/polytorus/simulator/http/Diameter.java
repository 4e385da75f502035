package org.polytorus.simulator.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;

/** How far apart the nodes of a group are. */
final class Diameter {
    private Diameter() {}

    /** The most links that the shortest way between two nodes of the group has; 0 for a node alone. */
    static int of(List<NodeName> group, List<LinkSnapshot> links) {
        List<List<Integer>> neighbours = neighbours(group, links);
        int widest = 0;
        for (int start = 0; start < group.size(); start++) {
            widest = Math.max(widest, farthest(neighbours, start));
        }
        return widest;
    }

    private static List<List<Integer>> neighbours(List<NodeName> group, List<LinkSnapshot> links) {
        Map<NodeName, Integer> positions = new TreeMap<>();
        List<List<Integer>> neighbours = new ArrayList<>();
        for (NodeName node : group) {
            positions.put(node, neighbours.size());
            neighbours.add(new ArrayList<>());
        }
        for (LinkSnapshot link : links) {
            Integer a = positions.get(link.id().a());
            Integer b = positions.get(link.id().b());
            if (link.state() == LinkSnapshot.State.CONNECTED && a != null && b != null) {
                neighbours.get(a).add(b);
                neighbours.get(b).add(a);
            }
        }
        return neighbours;
    }

    /** Goes from node to node, the nearest first; what cannot be reached counts for nothing. */
    private static int farthest(List<List<Integer>> neighbours, int start) {
        int[] distances = new int[neighbours.size()];
        Arrays.fill(distances, -1);
        int[] queue = new int[neighbours.size()];
        queue[0] = start;
        distances[start] = 0;
        int end = 1;
        for (int at = 0; at < end; at++) {
            for (int next : neighbours.get(queue[at])) {
                if (distances[next] < 0) {
                    distances[next] = distances[queue[at]] + 1;
                    queue[end++] = next;
                }
            }
        }
        return distances[queue[end - 1]];
    }
}
