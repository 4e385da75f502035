package org.polytorus.simulator.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.EventLog;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.GuestSpec;
import org.polytorus.simulator.testnet.TestnetEvent.Kind;
import org.polytorus.simulator.testnet.TestnetEvent.Severity;

/** Lets programs that are not ours into the testnet and out of it again. */
final class GuestCommands {
    private final Map<NodeName, NodeServer> nodes;
    private final LinkRegistry registry;
    private final EventLog events;

    GuestCommands(Map<NodeName, NodeServer> nodes, LinkRegistry registry, EventLog events) {
        this.nodes = nodes;
        this.registry = registry;
        this.events = events;
    }

    CompletableFuture<CommandResult> attach(GuestSpec guest) {
        String refusal = invite(guest);
        if (refusal != null) {
            return CompletableFuture.completedFuture(CommandResult.refused(refusal));
        }
        Endpoint address = guest.address();
        if (address == null) {
            tell(guest.name() + " is expected: the next program that dials one of the nodes is given this name");
            return CompletableFuture.completedFuture(CommandResult.DONE);
        }
        tell(guest.name() + " was attached: " + joined(guest.nodes())
                + (guest.nodes().size() == 1 ? " dials " : " dial ") + address + " and stay connected");
        guest.nodes().forEach(node -> registry.open(LinkId.of(node, guest.name())));
        return toAll(guest.nodes(), new Input.KeepConnected(address));
    }

    CompletableFuture<CommandResult> detach(NodeName name) {
        Guests.Guest guest = registry.guests().find(name);
        if (guest == null) {
            return CompletableFuture.completedFuture(CommandResult.refused(
                    "There is no guest named " + name + " in this testnet. Its guests are " + guestNames() + "."));
        }
        Endpoint address = guest.address();
        tell(name + " was detached: its connections end"
                + (address == null ? "; if it dials in again, it is a guest without an invitation" : ""));
        CompletableFuture<CommandResult> released = address == null
                ? CompletableFuture.completedFuture(CommandResult.DONE)
                : toAll(List.copyOf(nodes.keySet()), new Input.Release(address));
        return released.thenCompose(_ -> registry.guests().forget(name)).thenApply(_ -> CommandResult.DONE);
    }

    /** Takes the guest in, or says why not. One at a time, so that no two get the same name. */
    private synchronized @Nullable String invite(GuestSpec guest) {
        NodeName name = guest.name();
        if (nodes.containsKey(name) || registry.guests().isGuest(name)) {
            return "The name " + name + " is taken by a " + (nodes.containsKey(name) ? "node" : "guest")
                    + " of this testnet. Choose another name.";
        }
        Endpoint address = guest.address();
        String problem = address == null ? problemOfExpected(guest) : problemOfDialled(guest, address);
        if (problem != null) {
            return problem;
        }
        return registry.guests().invite(guest)
                ? null
                : "This testnet has " + GuestSpec.MAX_GUESTS
                        + " guests already, the most that it shows. Detach one first.";
    }

    private static @Nullable String problemOfExpected(GuestSpec guest) {
        return guest.nodes().isEmpty()
                ? null
                : guest.name() + " is to dial in, so " + joined(guest.nodes())
                        + " cannot dial it. Give its address, or leave the nodes out.";
    }

    private @Nullable String problemOfDialled(GuestSpec guest, Endpoint address) {
        if (address.port() == 0 || address.address().isUnspecified()) {
            return "Nobody can be dialled at " + address
                    + ". Give the address and the port at which the program listens, such as 127.0.0.1:8333.";
        }
        if (guest.nodes().isEmpty()) {
            return "No node dials " + guest.name() + ". Choose at least one.";
        }
        for (NodeName node : guest.nodes()) {
            if (!nodes.containsKey(node)) {
                return "There is no node named " + node + " that could dial " + guest.name() + ". The nodes are "
                        + joined(List.copyOf(nodes.keySet())) + ".";
            }
        }
        NodeName listener = registry.nameAt(address);
        return listener == null
                ? null
                : "At " + address + " listens " + listener + ", which is "
                        + (nodes.containsKey(listener)
                                ? "a node of this testnet itself. Give the address of another program."
                                : "a guest already. Detach it first, or give another address.");
    }

    private CompletableFuture<CommandResult> toAll(List<NodeName> names, Input input) {
        List<CompletableFuture<CommandResult>> parts = new ArrayList<>();
        for (NodeName name : names) {
            NodeServer node = nodes.get(name);
            if (node != null) {
                parts.add(node.tell(input));
            }
        }
        return CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> CommandResult.DONE);
    }

    private void tell(String text) {
        events.add(Kind.NOTE, Severity.INFO, null, null, text);
    }

    private String guestNames() {
        List<NodeName> names =
                registry.guests().all().stream().map(Guests.Guest::name).toList();
        return names.isEmpty() ? "none" : joined(names);
    }

    private static String joined(List<NodeName> names) {
        int shown = 10;
        String first = names.stream().limit(shown).map(NodeName::value).collect(Collectors.joining(", "));
        return names.size() > shown ? first + " and " + (names.size() - shown) + " more" : first;
    }
}
