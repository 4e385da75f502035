package org.polytorus.simulator.ui.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeSnapshot;

/**
 * Gives every chain tip of a picture its own ring. The tip with the most nodes has ring {@link #MAJORITY}; a fork's ring
 * starts from its hash and then stays with its nodes while their chain grows, so that a patch keeps its colour.
 */
final class TipColours {
    /** The ring of the tip that most nodes follow. */
    static final int MAJORITY = 0;

    /** Comparing chains is work in the square of the tips; with more than this many, tips count by their own nodes. */
    private static final int MAX_COMPARED_TIPS = 64;

    private final int colours;
    private Map<NodeName, Integer> before = Map.of();

    /** Takes how many colours there are; only when they are used up do rings get higher numbers, up to the tips. */
    TipColours(int colours) {
        this.colours = colours;
    }

    /** The ring of every tip that a running node follows. */
    Map<Hash, Integer> assign(List<NodeSnapshot> nodes) {
        Map<Hash, List<NodeSnapshot>> followers = new LinkedHashMap<>();
        for (NodeSnapshot node : nodes) {
            if (node.state() == NodeSnapshot.State.RUNNING) {
                followers.computeIfAbsent(node.tip(), tip -> new ArrayList<>()).add(node);
            }
        }
        Map<Hash, Integer> support = support(followers);
        List<Hash> tips = new ArrayList<>(followers.keySet());
        tips.sort(Comparator.comparingInt((Hash tip) -> -support.getOrDefault(tip, 0))
                .thenComparingInt(tip -> -keepers(followers.getOrDefault(tip, List.of()), MAJORITY))
                .thenComparingInt(tip -> -followers.getOrDefault(tip, List.of()).size())
                .thenComparing(Comparator.naturalOrder()));
        Map<Hash, Integer> rings = new LinkedHashMap<>();
        Set<Integer> taken = new LinkedHashSet<>();
        for (Hash tip : tips) {
            int ring = taken.isEmpty() ? MAJORITY : forkRing(tip, followers.getOrDefault(tip, List.of()), taken);
            taken.add(ring);
            rings.put(tip, ring);
        }
        remember(followers, rings);
        return rings;
    }

    /** Nodes on a tip, and those on the same chain that are only behind or ahead. */
    private static Map<Hash, Integer> support(Map<Hash, List<NodeSnapshot>> followers) {
        Map<Hash, Integer> support = new LinkedHashMap<>();
        Map<Hash, Set<Hash>> chains = new LinkedHashMap<>();
        followers.forEach((tip, nodes) -> {
            support.put(tip, nodes.size());
            Set<Hash> chain = new LinkedHashSet<>();
            nodes.getFirst().recentBlocks().forEach(block -> chain.add(block.hash()));
            chains.put(tip, chain);
        });
        if (chains.size() <= MAX_COMPARED_TIPS) {
            chains.forEach((tip, chain) -> followers.forEach((other, nodes) -> {
                if (!tip.equals(other) && chain.contains(other)) {
                    support.merge(tip, nodes.size(), Integer::sum);
                    support.merge(other, followers.getOrDefault(tip, List.of()).size(), Integer::sum);
                }
            }));
        }
        return support;
    }

    private int forkRing(Hash tip, List<NodeSnapshot> nodes, Set<Integer> taken) {
        int kept = mostFrequentBefore(nodes, taken);
        if (kept != MAJORITY) {
            return kept;
        }
        // A hash starts with the zeros of its proof of work; its last word is random.
        int start = (int) Long.remainderUnsigned(tip.word3(), colours - 1);
        for (int i = 0; i < colours - 1; i++) {
            int ring = 1 + (start + i) % (colours - 1);
            if (!taken.contains(ring)) {
                return ring;
            }
        }
        int ring = colours;
        while (taken.contains(ring)) {
            ring++;
        }
        return ring;
    }

    private int mostFrequentBefore(List<NodeSnapshot> nodes, Set<Integer> taken) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (NodeSnapshot node : nodes) {
            int ring = before.getOrDefault(node.name(), MAJORITY);
            if (!taken.contains(ring)) {
                counts.merge(ring, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(MAJORITY);
    }

    private int keepers(List<NodeSnapshot> nodes, int ring) {
        return (int) nodes.stream()
                .filter(node -> before.getOrDefault(node.name(), -1) == ring)
                .count();
    }

    private void remember(Map<Hash, List<NodeSnapshot>> followers, Map<Hash, Integer> rings) {
        Map<NodeName, Integer> now = new LinkedHashMap<>();
        followers.forEach(
                (tip, nodes) -> nodes.forEach(node -> now.put(node.name(), rings.getOrDefault(tip, MAJORITY))));
        before = now;
    }
}
