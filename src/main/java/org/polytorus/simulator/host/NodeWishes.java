package org.polytorus.simulator.host;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.protocol.NodeView;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.TestnetCommand;

/** Checks what a person asks of a running node and puts it into the node's words. */
public final class NodeWishes {
    /** As long as PolyTorus lets a name in a transaction be. */
    private static final int MAX_NAME_LENGTH = 64;

    private static final int MAX_REASON_LENGTH = 200;

    private NodeWishes() {}

    public static Wish transaction(TestnetCommand.SendTransaction send) {
        if (!isName(send.from()) || !isName(send.to())) {
            return new Wish.Refuse("Sender and receiver of a transaction have 1 to " + MAX_NAME_LENGTH
                    + " characters; found \"" + send.from() + "\" and \"" + send.to() + "\".");
        }
        if (send.amount() < 1) {
            return new Wish.Refuse("The amount of a transaction is at least 1; found " + send.amount() + ".");
        }
        return new Wish.Grant(new Input.SendTransaction(send.from(), send.to(), send.amount(), send.nonce()));
    }

    /** {@code target} is the id of the node or guest that the flood names, or null if it names none or an unknown one. */
    public static Wish flood(TestnetCommand.StartFlood start, NodeView view, @Nullable PeerId target) {
        FloodSpec flood = start.flood();
        NodeName named = flood.target();
        if (named != null && (target == null || !hasPeer(view, target))) {
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
                target,
                flood.duration()));
    }

    public static Wish blacklist(TestnetCommand.BlacklistPeer order, PeerId self) {
        Duration duration = order.duration();
        if (order.peer().equals(self)) {
            return new Wish.Refuse(order.node() + " cannot blacklist itself. Choose another peer.");
        }
        if (order.reason().isBlank() || order.reason().length() > MAX_REASON_LENGTH) {
            return new Wish.Refuse("The reason for a blacklisting has 1 to " + MAX_REASON_LENGTH + " characters; found "
                    + order.reason().length() + ".");
        }
        if (duration != null && !duration.isPositive()) {
            return new Wish.Refuse("A blacklisting lasts longer than nothing; found " + duration.toMillis()
                    + " ms. Leave the duration out for one without end.");
        }
        return new Wish.Grant(new Input.BlacklistPeer(order.peer(), order.reason(), duration));
    }

    public static Wish unblacklist(TestnetCommand.UnblacklistPeer order, NodeView view) {
        boolean listed =
                view.blacklist().stream().anyMatch(entry -> entry.peer().equals(order.peer()));
        return listed
                ? new Wish.Grant(new Input.UnblacklistPeer(order.peer()))
                : new Wish.Refuse(order.peer() + " is not on the blacklist of " + order.node() + ".");
    }

    public static boolean hasPeer(NodeView view, PeerId peer) {
        return view.peers().stream().anyMatch(known -> known.id().equals(peer));
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= MAX_NAME_LENGTH;
    }
}
