package org.polytorus.simulator.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** What a step does. A file knows peers by name alone; their ids show when the testnet runs. */
public sealed interface Action {

    /** A command that needs nothing more. */
    record Order(TestnetCommand command) implements Action {}

    /** {@link TestnetCommand.BlacklistPeer} for a peer by name. */
    record Blacklist(
            NodeName node,
            NodeName peer,
            String reason,
            @Nullable Duration duration) implements Action {}

    /** {@link TestnetCommand.UnblacklistPeer} for a peer by name. */
    record Unblacklist(NodeName node, NodeName peer) implements Action {}

    /** {@link TestnetCommand.RestoreLink} for every link that was dropped. */
    record RestoreAll() implements Action {}

    /** The commands to give in a testnet that looks like this; none if the peer is not there. */
    default List<TestnetCommand> commands(TestnetSnapshot snapshot) {
        return switch (this) {
            case Order order -> List.of(order.command());
            case Blacklist order ->
                idOf(order.peer(), snapshot)
                        .<TestnetCommand>map(id ->
                                new TestnetCommand.BlacklistPeer(order.node(), id, order.reason(), order.duration()))
                        .stream()
                        .toList();
            case Unblacklist order ->
                idOf(order.peer(), snapshot)
                        .<TestnetCommand>map(id -> new TestnetCommand.UnblacklistPeer(order.node(), id))
                        .stream()
                        .toList();
            case RestoreAll _ ->
                snapshot.links().stream()
                        .<TestnetCommand>map(link -> new TestnetCommand.RestoreLink(link.id()))
                        .toList();
        };
    }

    private static Optional<PeerId> idOf(NodeName name, TestnetSnapshot snapshot) {
        return snapshot.nodes().stream()
                .filter(node -> node.name().equals(name))
                .map(NodeSnapshot::id)
                .findFirst();
    }
}
