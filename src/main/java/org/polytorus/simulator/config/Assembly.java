package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.NodeDraft.Address;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Puts together what files say of a testnet, and checks what only shows when all of it is seen. */
final class Assembly {
    /** Beyond that even nodes of one machine follow each a tip of its own most of the time. */
    private static final double MOST_BLOCKS_PER_SECOND = 5;

    private static final Duration CALM_BLOCK_TIME = Duration.ofSeconds(2);
    private static final double NANOS_PER_SECOND = 1e9;

    private final TestnetDraft draft;
    private final Problems problems;
    private final Map<NodeName, NodeDraft> nodes = new LinkedHashMap<>();

    Assembly(TestnetDraft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    /** The testnet, or null after an error that leaves nothing to check; of no use after any error. */
    @Nullable
    TestnetSpec testnet() {
        if (hasTooManyNodes()) {
            return null;
        }
        collectNames();
        draft.madeGroups.forEach(this::checkGroup);
        new Ports(problems).check(nodes);
        AssembledGuests guests = new AssembledGuests(nodes, draft.incomplete, problems);
        draft.externals.forEach(guests::add);
        AssembledLinks links = new AssembledLinks(nodes, guests.names(), draft.incomplete, problems);
        draft.shapeLinks.forEach(links::addOfShape);
        nodes.forEach((name, node) -> node.connect.forEach(target -> links.addConnect(name, target)));
        List<NodeSpec> specs = new ArrayList<>();
        nodes.forEach(
                (name, node) -> specs.add(draft.machines.deal(node.finish(name, bootstrapPeers(name, node, links)))));
        draft.links.forEach(links::describe);
        checkLinks(links);
        checkBlockTimes(specs);
        return new TestnetSpec(draft.name, draft.seed, specs, links.all(), guests.all());
    }

    private boolean hasTooManyNodes() {
        boolean tooMany = draft.nodes.size() > TestnetSpec.MAX_VIRTUAL_NODES;
        if (tooMany) {
            problems.error(
                    draft.nodes.get(TestnetSpec.MAX_VIRTUAL_NODES).place,
                    "found " + draft.nodes.size() + " nodes, expected at most " + TestnetSpec.MAX_VIRTUAL_NODES);
        }
        return tooMany;
    }

    private void collectNames() {
        for (NodeDraft node : draft.nodes) {
            NodeName name = node.name;
            NodeDraft first = name == null ? null : nodes.putIfAbsent(name, node);
            if (first != null) {
                problems.error(
                        node.place,
                        "found a second node with the name " + Texts.quote(String.valueOf(name))
                                + ", expected every name once; the first is " + first.place.reference());
            }
            DiscoveryKeys.check(node, problems);
            if (node.settings.peerTimeout().compareTo(node.settings.pingInterval()) <= 0) {
                problems.warning(
                        node.place,
                        "found a peer timeout of " + Units.text(node.settings.peerTimeout())
                                + " and a ping interval of "
                                + Units.text(node.settings.pingInterval())
                                + "; peers are dropped before they can answer; make the timeout longer");
            }
        }
    }

    private void checkGroup(NodeGroup group) {
        NodeDraft node = NodeName.isValid(group.name()) ? nodes.get(new NodeName(group.name())) : null;
        if (group.name().equals(NodeGroups.ALL)) {
            problems.error(
                    draft.nodes.getFirst().place,
                    "found a region called \"all\", which means every node; call it otherwise");
        } else if (node != null) {
            problems.error(
                    node.place,
                    "found a node with the name of the group " + Texts.quote(group.name())
                            + ", expected another name for one of the two");
        }
    }

    /** The addresses that the node dials besides its links. An address at which another node listens is a link. */
    private List<Endpoint> bootstrapPeers(NodeName name, NodeDraft node, AssembledLinks links) {
        List<Endpoint> others = new ArrayList<>();
        for (Address address : node.bootstrapPeers) {
            NodeName listener = Ports.listenerAt(address, nodes);
            if (name.equals(listener)) {
                problems.warning(address.place(), "found the node's own address, left out; remove it");
            } else if (listener == null) {
                addOnce(others, address);
                problems.note(
                        address.place(),
                        "found " + address.used() + ", which is none of these nodes; it is dialled all the same");
            } else if (!links.addBootstrap(name, listener, address.place())
                    && Ports.listensAt(nodes.get(listener), address.used())) {
                addOnce(others, address);
            }
        }
        return others;
    }

    private static void addOnce(List<Endpoint> endpoints, Address address) {
        if (!endpoints.contains(address.used())) {
            endpoints.add(address.used());
        }
    }

    private void checkBlockTimes(List<NodeSpec> specs) {
        double perSecond = specs.stream()
                .filter(NodeSpec::mining)
                .mapToDouble(spec -> NANOS_PER_SECOND / spec.blockTime().toNanos())
                .sum();
        if (perSecond > MOST_BLOCKS_PER_SECOND) {
            Duration calm = CALM_BLOCK_TIME.multipliedBy(
                    specs.stream().filter(NodeSpec::mining).count());
            problems.note(
                    draft.nodes.getFirst().place,
                    String.format(
                            Locale.ROOT,
                            "found nodes that make %.0f blocks a second together; most of these will be forks that are undone "
                                    + "again. With block_time = \"%s\" for each there is one every %s",
                            perSecond,
                            Units.text(calm),
                            Units.text(CALM_BLOCK_TIME)));
        }
    }

    private void checkLinks(AssembledLinks links) {
        int number = links.all().size();
        if (number > TestnetSpec.MAX_VIRTUAL_LINKS) {
            problems.error(
                    draft.nodes.getFirst().place,
                    "found " + number + " links, expected at most " + TestnetSpec.MAX_VIRTUAL_LINKS);
        } else if (nodes.size() > TestnetSpec.MAX_NODES || number > TestnetSpec.MAX_LINKS) {
            problems.note(
                    draft.nodes.getFirst().place,
                    "found " + nodes.size() + " nodes and " + number + " links: too many for sockets, which allow "
                            + TestnetSpec.MAX_NODES + " and " + TestnetSpec.MAX_LINKS
                            + "; virtual time (--virtual) has room for them");
        }
        nodes.forEach((name, node) -> {
            int own = links.numberOf(name);
            if (own > node.settings.maxPeers()) {
                sayWhatHasNoPlace(name, node, own);
            }
        });
    }

    /** With quality of service a full node exchanges its poor peers, so that fewer places than links can be meant. */
    private void sayWhatHasNoPlace(NodeName name, NodeDraft node, int links) {
        String found = "node " + name + " has " + links + " links, but max_peers allows it " + node.settings.maxPeers()
                + " peers; ";
        if (node.settings.qualityOfService()) {
            problems.note(
                    node.place,
                    found + "others get in only in place of poor ones; raise max_peers if all are to be connected");
        } else {
            problems.warning(node.place, found + "links beyond that stay closed; raise max_peers");
        }
    }
}
