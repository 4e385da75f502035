package org.polytorus.simulator.invariant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.NodeSight;
import org.polytorus.simulator.protocol.NodeSight.OpenConnection;
import org.polytorus.simulator.protocol.NodeSight.Wanted;

/**
 * Holds the pool of a running node, where each address has one state, against the connections and dials that there are. No two
 * connections are one peer's, an address that waits will be looked at when its time has come, and what is said to be dialled
 * or connected is.
 */
public final class OnePoolState implements NodeInvariant {

    @Override
    public String name() {
        return "pool states";
    }

    @Override
    public String sentence() {
        return "every address and every connection is in exactly one state of its node's pool, and it is the true one";
    }

    @Override
    public @Nullable String broken(NodeName node, NodeSight sight, HostSight host) {
        if (!sight.isRunning()) {
            return null;
        }
        List<OpenConnection> connections = sight.connections();
        for (Wanted wanted : sight.addresses()) {
            String wrong = wrong(wanted, connections, sight, host);
            if (wrong != null) {
                return node + " has " + wanted.address() + " as " + wanted.stage() + ", but " + wrong;
            }
        }
        String twice = twice(connections);
        return twice == null ? null : node + " " + twice;
    }

    private static @Nullable String wrong(
            Wanted wanted, List<OpenConnection> connections, NodeSight sight, HostSight host) {
        OpenConnection dialled = dialledTo(wanted.address(), connections);
        boolean isConnected = dialled != null && !dialled.ending() && dialled.registered();
        return switch (wanted.stage()) {
            case PENDING -> {
                if (dialled == null && !host.isDialling(wanted.address())) {
                    yield "no dial is under way and no connection there is open";
                }
                yield isConnected ? "is connected there already" : null;
            }
            case ACTIVE -> dialled == null ? "has no connection there" : null;
            case SATISFIED ->
                isPeer(wanted.peer(), connections) ? null : "its peer is not connected by the other side either";
            case WAITING -> {
                if (isConnected) {
                    yield "is connected there";
                }
                yield sight.poolDueNanos() > wanted.nextTryNanos()
                        ? "nobody will look at it when its time has come"
                        : null;
            }
            case SELF -> isConnected ? "is connected there" : null;
        };
    }

    private static @Nullable OpenConnection dialledTo(Endpoint address, List<OpenConnection> connections) {
        OpenConnection found = null;
        for (OpenConnection each : connections) {
            boolean isThere = each.dialled() && !each.visit() && each.remote().equals(address);
            if (isThere && (found == null || found.ending())) {
                found = each;
            }
        }
        return found;
    }

    private static boolean isPeer(@Nullable PeerId peer, List<OpenConnection> connections) {
        return connections.stream()
                .anyMatch(each ->
                        each.registered() && each.peer() != null && each.peer().equals(peer));
    }

    private static @Nullable String twice(List<OpenConnection> connections) {
        for (int i = 0; i < connections.size(); i++) {
            OpenConnection one = connections.get(i);
            if (one.registered() && one.ending()) {
                return "counts " + one.remote() + " as a peer whose connection it is ending";
            }
            for (int j = i + 1; j < connections.size() && one.registered(); j++) {
                OpenConnection other = connections.get(j);
                if (other.registered() && one.peer() != null && one.peer().equals(other.peer())) {
                    return "has two connections, " + one.id() + " and " + other.id() + ", for the one peer "
                            + one.peer();
                }
            }
        }
        return null;
    }
}
