package org.polytorus.simulator.testnet;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/** Who is joined to whom, as flat arrays: a walk over all of a large network is then a matter of milliseconds. */
final class Neighbours {
    /**
     * How many neighbours are looked at in search of the diameter: a few tenths of a second on any machine. Two thousand
     * nodes of degree 8 are searched from every node, 10,000 from some 550 of them.
     */
    private static final long MAX_STEPS = 50_000_000;

    private static final int FIRST_ROOM = 8;

    /** The neighbours of each node, ascending. */
    private final int[][] of;

    private Neighbours(int[][] of) {
        this.of = of;
    }

    /**
     * A node's number is its position in the list.
     *
     * @param links those with an end that is not in the list are passed over, and a second one of a pair
     */
    static Neighbours of(List<NodeName> names, Collection<LinkId> links) {
        Map<NodeName, Integer> positions = new TreeMap<>();
        names.forEach(name -> positions.put(name, positions.size()));
        int[][] of = new int[names.size()][0];
        int[] counts = new int[names.size()];
        for (LinkId link : links) {
            Integer a = positions.get(link.a());
            Integer b = positions.get(link.b());
            if (a != null && b != null) {
                add(of, counts, a, b);
                add(of, counts, b, a);
            }
        }
        for (int i = 0; i < of.length; i++) {
            of[i] = Arrays.stream(of[i], 0, counts[i]).sorted().distinct().toArray();
        }
        return new Neighbours(of);
    }

    private static void add(int[][] of, int[] counts, int node, int neighbour) {
        if (counts[node] == of[node].length) {
            of[node] = Arrays.copyOf(of[node], Math.max(FIRST_ROOM, 2 * counts[node]));
        }
        of[node][counts[node]++] = neighbour;
    }

    int[][] ofEach() {
        return of;
    }

    /** The longest of all shortest ways, or the longest that was met, if not all could be searched. */
    record Farthest(int hops, boolean exact) {}

    double meanDegree() {
        return (double) ends() / Math.max(1, of.length);
    }

    int minDegree() {
        return Arrays.stream(of).mapToInt(neighbours -> neighbours.length).min().orElse(0);
    }

    int maxDegree() {
        return Arrays.stream(of).mapToInt(neighbours -> neighbours.length).max().orElse(0);
    }

    /** Searches from every node, or, in a large network, from as many as the bound allows, evenly spread. */
    Farthest farthest() {
        long steps = of.length + ends();
        int starts = (int) Math.min(of.length, Math.max(1, MAX_STEPS / Math.max(1, steps)));
        int[] hops = new int[of.length];
        int[] queue = new int[of.length];
        int most = 0;
        for (int i = 0; i < starts; i++) {
            most = Math.max(most, farthestFrom((int) ((long) i * of.length / starts), hops, queue));
        }
        return new Farthest(most, starts == of.length);
    }

    /** Twice the number of links. */
    private long ends() {
        return Arrays.stream(of).mapToLong(neighbours -> neighbours.length).sum();
    }

    private int farthestFrom(int start, int[] hops, int[] queue) {
        Arrays.fill(hops, -1);
        hops[start] = 0;
        queue[0] = start;
        int last = 1;
        for (int first = 0; first < last; first++) {
            int node = queue[first];
            for (int next : of[node]) {
                if (hops[next] < 0) {
                    hops[next] = hops[node] + 1;
                    queue[last++] = next;
                }
            }
        }
        return hops[queue[last - 1]];
    }

    /**
     * The mean over all nodes of the share of pairs of neighbours that are neighbours themselves, as Watts and Strogatz
     * defined it ("Collective dynamics of 'small-world' networks", 1998); 0 for a node with fewer than two neighbours.
     */
    double clustering() {
        long[] triangles = triangles();
        double sum = 0;
        for (int node = 0; node < of.length; node++) {
            long pairs = (long) of[node].length * (of[node].length - 1) / 2;
            sum += pairs == 0 ? 0 : (double) triangles[node] / pairs;
        }
        return sum / Math.max(1, of.length);
    }

    /**
     * How many triangles each node is part of. Each triangle is found once, from its node of the lowest rank, where ranks
     * grow with the number of neighbours: so the middle of a star costs nothing.
     */
    private long[] triangles() {
        int[][] higher = higherRanked();
        boolean[] marked = new boolean[of.length];
        long[] triangles = new long[of.length];
        for (int node = 0; node < of.length; node++) {
            for (int neighbour : higher[node]) {
                marked[neighbour] = true;
            }
            for (int neighbour : higher[node]) {
                for (int third : higher[neighbour]) {
                    if (marked[third]) {
                        triangles[node]++;
                        triangles[neighbour]++;
                        triangles[third]++;
                    }
                }
            }
            for (int neighbour : higher[node]) {
                marked[neighbour] = false;
            }
        }
        return triangles;
    }

    private int[][] higherRanked() {
        int[][] higher = new int[of.length][];
        for (int i = 0; i < of.length; i++) {
            int node = i;
            higher[i] = Arrays.stream(of[i])
                    .filter(other ->
                            of[other].length > of[node].length || (of[other].length == of[node].length && other > node))
                    .toArray();
        }
        return higher;
    }
}
