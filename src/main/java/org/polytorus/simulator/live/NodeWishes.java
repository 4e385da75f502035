package org.polytorus.simulator.live;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.live.NodeServer.Wish;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.protocol.NodeView;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.TestnetCommand;

/** Checks what a person asks of a running node and puts it into the node's words. */
final class NodeWishes {
    /** As long as PolyTorus lets a name in a transaction be. */
    private static final int MAX_NAME_LENGTH = 64;

    private NodeWishes() {}

    static Wish transaction(TestnetCommand.SendTransaction send) {
        if (!isName(send.from()) || !isName(send.to())) {
            return new Wish.Refuse("Sender and receiver of a transaction have 1 to " + MAX_NAME_LENGTH
                    + " characters; found \"" + send.from() + "\" and \"" + send.to() + "\".");
        }
        if (send.amount() < 1) {
            return new Wish.Refuse("The amount of a transaction is at least 1; found " + send.amount() + ".");
        }
        return new Wish.Grant(new Input.SendTransaction(send.from(), send.to(), send.amount(), send.nonce()));
    }

    /** {@code target} is the node that the flood names, or null if it names none or an unknown one. */
    static Wish flood(TestnetCommand.StartFlood start, NodeView view, @Nullable NodeServer target) {
        FloodSpec flood = start.flood();
        NodeName named = flood.target();
        if (named != null && (target == null || !hasPeer(view, target.id()))) {
            return new Wish.Refuse(named + " is not connected with " + start.node()
                    + ", so it cannot be flooded from there. Choose one of its peers, or all.");
        }
        if (view.peers().isEmpty()) {
            return new Wish.Refuse(start.node() + " has no peer that it could flood. Connect it first.");
        }
        return new Wish.Grant(new Input.StartFlood(
                ViewMapper.kind(flood.kind()),
                flood.messagesPerSecond(),
                flood.messageBytes(),
                target == null ? null : target.id(),
                flood.duration()));
    }

    static boolean hasPeer(NodeView view, PeerId peer) {
        return view.peers().stream().anyMatch(known -> known.id().equals(peer));
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= MAX_NAME_LENGTH;
    }
}
