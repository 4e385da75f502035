package org.polytorus.simulator.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/** Groups nodes that reach each other over links; the largest group first, among equals the one with the first name. */
final class ComponentFinder {
    private ComponentFinder() {}

    /** Links to nodes that are not asked about join nothing. */
    static List<List<NodeName>> find(Collection<NodeName> nodes, Collection<LinkId> links) {
        Map<NodeName, NodeName> parents = new TreeMap<>();
        nodes.forEach(node -> parents.put(node, node));
        for (LinkId link : links) {
            if (parents.containsKey(link.a()) && parents.containsKey(link.b())) {
                parents.put(root(parents, link.a()), root(parents, link.b()));
            }
        }
        Map<NodeName, List<NodeName>> groups = new TreeMap<>();
        for (NodeName node : parents.keySet()) {
            groups.computeIfAbsent(root(parents, node), _ -> new ArrayList<>()).add(node);
        }
        return groups.values().stream()
                .sorted(Comparator.comparingInt((List<NodeName> group) -> -group.size())
                        .thenComparing(List::getFirst))
                .toList();
    }

    /** Shortens the way to the root as it goes, so that long chains are walked once. */
    private static NodeName root(Map<NodeName, NodeName> parents, NodeName node) {
        NodeName at = node;
        NodeName parent = parents.getOrDefault(at, at);
        while (!parent.equals(at)) {
            NodeName grandparent = parents.getOrDefault(parent, parent);
            parents.put(at, grandparent);
            at = grandparent;
            parent = parents.getOrDefault(at, at);
        }
        return at;
    }
}
