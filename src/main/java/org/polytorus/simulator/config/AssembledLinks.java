package org.polytorus.simulator.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSpec;

/** The links of a testnet, each pair of nodes once, in the order in which they were described. */
final class AssembledLinks {
    private final Map<NodeName, NodeDraft> nodes;
    private final Set<NodeName> guests;
    private final boolean incomplete;
    private final Problems problems;
    private final Map<LinkId, LinkSpec> links = new LinkedHashMap<>();
    private final Map<LinkId, Place> places = new TreeMap<>();
    private final Map<LinkId, Place> described = new TreeMap<>();
    private final Map<NodeName, Integer> numbers = new TreeMap<>();

    AssembledLinks(Map<NodeName, NodeDraft> nodes, Set<NodeName> guests, boolean incomplete, Problems problems) {
        this.nodes = nodes;
        this.guests = guests;
        this.incomplete = incomplete;
        this.problems = problems;
    }

    List<LinkSpec> all() {
        return List.copyOf(links.values());
    }

    /** How many links that are meant to last a node has. */
    int numberOf(NodeName node) {
        return numbers.getOrDefault(node, 0);
    }

    void addOfShape(TestnetDraft.ShapeLink link) {
        add(link.link(), link.place());
    }

    /** A node's wish to dial another, by name. */
    void addConnect(NodeName dialler, TomlTable.Entry target) {
        NodeName listener = known(target.text(), target.place());
        if (listener == null) {
            return;
        }
        if (guests.contains(listener)) {
            problems.error(
                    target.place(),
                    "found the external node " + listener
                            + ", expected a node of this testnet; whom an external node is dialled by stands in its own"
                            + " [[external]], as connect = [\"" + dialler + "\"]");
            return;
        }
        if (listener.equals(dialler)) {
            problems.error(target.place(), "found the node's own name, expected another node to connect to");
            return;
        }
        Place earlier = places.get(LinkId.of(dialler, listener));
        if (earlier != null) {
            problems.error(
                    target.place(),
                    "found a link of " + dialler + " and " + listener + ", which is there already ("
                            + earlier.reference() + "), expected every pair once; remove one of the two");
            return;
        }
        add(LinkSpec.clean(dialler, listener), target.place());
    }

    /**
     * A node's wish to dial the address of another. False if the pair has a link that the other one dials: then both
     * dial, as PolyTorus's nodes do, and the nodes resolve the duplicate.
     */
    boolean addBootstrap(NodeName dialler, NodeName listener, Place place) {
        LinkSpec existing = links.get(LinkId.of(dialler, listener));
        if (existing == null) {
            add(LinkSpec.clean(dialler, listener), place);
        }
        return existing == null || existing.dialler().equals(dialler);
    }

    /** The conditions of a link; if the pair has none yet, it gets one that the first dials. */
    void describe(TestnetDraft.Link link) {
        NodeName first = known(link.first(), link.place());
        NodeName second = known(link.second(), link.place());
        if (first == null || second == null) {
            return;
        }
        if (first.equals(second)) {
            problems.error(
                    link.place(), "found " + Texts.quote(first.value()) + " twice, expected two different nodes");
            return;
        }
        if (guests.contains(first) && guests.contains(second)) {
            problems.error(
                    link.place(),
                    "found two external nodes, " + first + " and " + second
                            + ", expected a node of this testnet at one end; a link that no node of ours takes part in cannot"
                            + " be changed from here");
            return;
        }
        LinkId id = LinkId.of(first, second);
        Place earlier = described.putIfAbsent(id, link.place());
        if (earlier != null) {
            problems.error(
                    link.place(),
                    "found the link of " + first + " and " + second + " a second time, expected it once; the first is "
                            + earlier.reference());
            return;
        }
        LinkSpec existing = links.get(id);
        if (existing == null || existing.dialler().equals(first)) {
            add(new LinkSpec(first, second, link.there(), link.back()), link.place());
        } else {
            add(new LinkSpec(second, first, link.back(), link.there()), link.place());
        }
    }

    private void add(LinkSpec link, Place place) {
        if (links.put(link.id(), link) == null) {
            places.put(link.id(), place);
            int lasting = link.isIntroduction() ? 0 : 1;
            numbers.merge(link.dialler(), lasting, Integer::sum);
            numbers.merge(link.listener(), lasting, Integer::sum);
        }
    }

    /** The node of that name, or null; then an error was noted, unless the node may be in what could not be read. */
    private @Nullable NodeName known(String name, Place place) {
        NodeName found = NodeName.isValid(name) ? new NodeName(name) : null;
        if (found != null && (nodes.containsKey(found) || guests.contains(found))) {
            return found;
        }
        if (!incomplete) {
            problems.error(
                    place,
                    "found " + Texts.quote(name) + ", expected the name of a node of this testnet"
                            + (problems.isFull() ? "" : Texts.didYouMean(name, names())));
        }
        return null;
    }

    private Collection<String> names() {
        return Stream.concat(nodes.keySet().stream(), guests.stream())
                .map(NodeName::value)
                .toList();
    }
}
