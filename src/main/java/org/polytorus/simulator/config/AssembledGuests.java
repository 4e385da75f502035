package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.NodeDraft.Address;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GuestSpec;

/** The programs of a testnet that are not ours, each name and address once, compared with the nodes. */
final class AssembledGuests {
    private final Map<NodeName, NodeDraft> nodes;
    private final boolean incomplete;
    private final Problems problems;
    private final Map<NodeName, GuestSpec> guests = new LinkedHashMap<>();
    private final Map<Endpoint, TestnetDraft.External> byAddress = new TreeMap<>();

    AssembledGuests(Map<NodeName, NodeDraft> nodes, boolean incomplete, Problems problems) {
        this.nodes = nodes;
        this.incomplete = incomplete;
        this.problems = problems;
    }

    List<GuestSpec> all() {
        return List.copyOf(guests.values());
    }

    Set<NodeName> names() {
        return guests.keySet();
    }

    void add(TestnetDraft.External external) {
        NodeName name = external.name();
        NodeDraft node = nodes.get(name);
        if (node != null || guests.containsKey(name)) {
            String other = node == null ? "external node" : "node of this testnet (" + node.place.reference() + ")";
            problems.error(
                    external.place(),
                    "found the name " + Texts.quote(name.value()) + ", which is that of another " + other
                            + ", expected every name once; choose another");
            return;
        }
        if (guests.size() == GuestSpec.MAX_GUESTS) {
            problems.error(
                    external.place(),
                    "found more than " + GuestSpec.MAX_GUESTS
                            + " external nodes, expected at most so many; remove some");
            return;
        }
        Address address = external.address();
        if (address == null) {
            guests.put(name, new GuestSpec(name, null, List.of()));
        } else if (isFree(external, address)) {
            guests.put(name, new GuestSpec(name, address.used(), diallers(external)));
        }
    }

    private boolean isFree(TestnetDraft.External external, Address address) {
        NodeName listener = Ports.listenerAt(address, nodes);
        if (listener != null) {
            problems.error(
                    address.place(),
                    "found " + address.used() + ", where " + listener
                            + ", a node of this testnet, listens, expected the address of another program; for our own"
                            + " nodes use connect in [[nodes]]");
            return false;
        }
        TestnetDraft.External first = byAddress.putIfAbsent(address.used(), external);
        if (first != null) {
            problems.error(
                    address.place(),
                    "found " + address.used() + " a second time, expected every address once; the first is that of "
                            + first.name() + " (" + first.place().reference() + ")");
            return false;
        }
        if (!address.used().address().isLoopback()) {
            problems.note(
                    address.place(),
                    "found " + address.used() + ", which is not on this machine; it is dialled all the same");
        }
        return true;
    }

    private List<NodeName> diallers(TestnetDraft.External external) {
        List<NodeName> diallers = new ArrayList<>();
        for (TomlTable.Entry entry : external.connect()) {
            NodeName dialler = known(entry);
            if (dialler != null && diallers.contains(dialler)) {
                problems.error(entry.place(), "found " + dialler + " twice, expected every node once; remove one");
            } else if (dialler != null) {
                diallers.add(dialler);
            }
        }
        return diallers;
    }

    private @Nullable NodeName known(TomlTable.Entry entry) {
        NodeName name = NodeName.isValid(entry.text()) ? new NodeName(entry.text()) : null;
        if (name != null && nodes.containsKey(name)) {
            return name;
        }
        if (!incomplete) {
            List<String> names = nodes.keySet().stream().map(NodeName::value).toList();
            problems.error(
                    entry.place(),
                    "found " + Texts.quote(entry.text()) + ", expected the name of a node of this testnet"
                            + (problems.isFull() ? "" : Texts.didYouMean(entry.text(), names)));
        }
        return null;
    }
}
