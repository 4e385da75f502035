package org.polytorus.simulator.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.GuestSnapshot;
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

    /** Why there is nobody to do it to in a testnet that looks like this, or null. */
    default @Nullable String obstacle(TestnetSnapshot snapshot) {
        return switch (this) {
            case Order _, RestoreAll _ -> null;
            case Blacklist order -> obstacle(order.peer(), snapshot);
            case Unblacklist order -> obstacle(order.peer(), snapshot);
        };
    }

    private static @Nullable String obstacle(NodeName peer, TestnetSnapshot snapshot) {
        return idOf(peer, snapshot).isPresent()
                ? null
                : "No node has met " + peer + " yet, so that its id is not known. Do it later.";
    }

    /** A guest has an id once it was met. */
    private static Optional<PeerId> idOf(NodeName name, TestnetSnapshot snapshot) {
        Stream<PeerId> nodes = snapshot.nodes().stream()
                .filter(node -> node.name().equals(name))
                .map(NodeSnapshot::id);
        Stream<PeerId> guests = snapshot.guests().stream()
                .filter(guest -> guest.name().equals(name))
                .map(GuestSnapshot::id)
                .filter(Objects::nonNull);
        return Stream.concat(nodes, guests).findFirst();
    }
}
