package org.polytorus.simulator.ui.graph;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/** What the user has picked. */
public sealed interface Selection {
    Selection NONE = new Nothing();

    record Nothing() implements Selection {}

    record OfNode(NodeName node) implements Selection {}

    record OfLink(LinkId link) implements Selection {}

    /** Several nodes, in the order of their names; {@link Selection#of} makes it only of two or more. */
    record OfNodes(List<NodeName> nodes) implements Selection {
        public OfNodes {
            nodes = List.copyOf(nodes);
        }
    }

    /** Nothing, one node, or several. */
    static Selection of(Collection<NodeName> nodes) {
        List<NodeName> sorted = List.copyOf(new TreeSet<>(nodes));
        return switch (sorted.size()) {
            case 0 -> NONE;
            case 1 -> new OfNode(sorted.getFirst());
            default -> new OfNodes(sorted);
        };
    }

    /** The nodes that are picked; none for a link. */
    static List<NodeName> names(Selection of) {
        return switch (of) {
            case OfNode(NodeName node) -> List.of(node);
            case OfNodes(List<NodeName> nodes) -> nodes;
            case OfLink _, Nothing _ -> List.of();
        };
    }

    /** The same with these nodes besides; a link is left. */
    static Selection with(Selection of, Collection<NodeName> more) {
        Set<NodeName> all = new TreeSet<>(names(of));
        all.addAll(more);
        return of(all);
    }

    /** The same with a node that is not in it, without one that is; a link is left. */
    static Selection toggled(Selection of, NodeName node) {
        Set<NodeName> all = new TreeSet<>(names(of));
        if (!all.remove(node)) {
            all.add(node);
        }
        return of(all);
    }
}
