package org.polytorus.simulator.invariant;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** The pool as people see it: what {@link OnePoolState} looks at from inside, in virtual time and on sockets. */
public final class PoolShown implements TestnetInvariant {

    @Override
    public String name() {
        return "shown pool states";
    }

    @Override
    public String sentence() {
        return "every address that a node dials is shown as active, pending or failed, and as one of them only";
    }

    @Override
    public @Nullable String broken(TestnetSnapshot now) {
        for (NodeSnapshot node : now.nodes()) {
            Map<String, String> states = new TreeMap<>();
            String twice = null;
            for (NodeSnapshot.PeerSnapshot peer : node.peers()) {
                twice = noted(states, key(peer.id()), "connected", twice);
                twice = peer.dialled() ? noted(states, key(peer.remote()), "active", twice) : twice;
            }
            for (NodeSnapshot.PendingDial dial : node.pending()) {
                twice = noted(states, key(dial.remote()), "pending", twice);
            }
            for (NodeSnapshot.FailedDial dial : node.failed()) {
                twice = noted(states, key(dial.remote()), "failed", twice);
            }
            if (twice != null) {
                return node.name() + " shows " + twice;
            }
        }
        return null;
    }

    private static @Nullable String noted(
            Map<String, String> states, String what, String state, @Nullable String before) {
        String other = states.put(what, state);
        return other == null ? before : what + " as " + other + " and as " + state;
    }

    private static String key(PeerId peer) {
        return "peer " + peer;
    }

    private static String key(Endpoint address) {
        return address.toString();
    }
}
