package org.polytorus.simulator.host;

import java.util.Collection;
import java.util.Locale;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.NodeSnapshot.State;

/** Why a command cannot be carried out, for the person who gave it. */
public final class Refusals {
    private static final int NAMES_SHOWN = 10;

    private Refusals() {}

    public static CommandResult unknownNode(NodeName name, Collection<NodeName> nodes) {
        return CommandResult.refused(
                "There is no node named " + name + " in this testnet. Its nodes are " + names(nodes) + ".");
    }

    public static CommandResult unknownLink(LinkId id) {
        return CommandResult.refused("There is no link between " + id.a() + " and " + id.b()
                + ". A link is there once one of the two was told of the other's address or has dialled it.");
    }

    public static CommandResult notRunning(NodeName name, State state) {
        return CommandResult.refused(name + " is " + state.name().toLowerCase(Locale.ROOT) + ". Start it first.");
    }

    public static String nothingToMeasure(LinkId id) {
        return id + " is not connected, so there is nothing to measure. Restore it and start both nodes.";
    }

    /** What is told of a node whose state machine threw. */
    public static String fault(NodeName name, RuntimeException fault) {
        return name + " stopped because of a fault in the simulator itself (" + fault
                + "). Please report it with the log. The other nodes run on; close and open the testnet to get it back.";
    }

    /** One answer for several parts: done if all are, else refused with everything that was refused. */
    public static CommandResult together(Collection<CommandResult> parts) {
        String refusals = String.join(
                "\n",
                parts.stream()
                        .filter(result -> !result.done())
                        .map(CommandResult::message)
                        .toList());
        return refusals.isEmpty() ? CommandResult.DONE : CommandResult.refused(refusals);
    }

    private static String names(Collection<NodeName> nodes) {
        String first = String.join(
                ", ", nodes.stream().limit(NAMES_SHOWN).map(NodeName::value).toList());
        return nodes.size() > NAMES_SHOWN ? first + " and " + (nodes.size() - NAMES_SHOWN) + " more" : first;
    }
}
