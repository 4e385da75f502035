package org.polytorus.simulator.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.EventLog;
import org.polytorus.simulator.host.NodeWishes;
import org.polytorus.simulator.host.Refusals;
import org.polytorus.simulator.host.Wish;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.TestnetCommand;

/**
 * Carries commands out: looks up whom they are about and leaves the work to that node's or link's own event loop. May be used
 * from any thread; a command is done when every loop concerned has done its part.
 */
final class CommandDispatcher {
    private static final CommandResult CLOSED = CommandResult.refused("The testnet is closed. Open it again.");

    private final Map<NodeName, NodeServer> nodes;
    private final LinkRegistry registry;
    private final LinkCommands linkCommands;
    private final PartitionCommands partitionCommands;
    private final GuestCommands guestCommands;

    CommandDispatcher(Map<NodeName, NodeServer> nodes, LinkRegistry registry, EventLog events) {
        this.nodes = nodes;
        this.registry = registry;
        linkCommands = new LinkCommands(nodes, registry, events);
        partitionCommands = new PartitionCommands(registry, linkCommands, events);
        guestCommands = new GuestCommands(nodes, registry, events);
    }

    CompletableFuture<CommandResult> submit(TestnetCommand command) {
        try {
            return dispatch(command).exceptionally(thrown -> {
                Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
                if (cause instanceof RejectedExecutionException) {
                    return CLOSED;
                }
                throw new CompletionException(cause);
            });
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(CLOSED);
        }
    }

    private CompletableFuture<CommandResult> dispatch(TestnetCommand command) {
        return switch (command) {
            case TestnetCommand.StartNode start -> withNode(start.node(), NodeServer::start);
            case TestnetCommand.StopNode stop -> withNode(stop.node(), NodeServer::stop);
            case TestnetCommand.StartAll _ -> withAll(NodeServer::start);
            case TestnetCommand.StopAll _ -> withAll(NodeServer::stop);
            case TestnetCommand.DropLink drop -> withLink(drop.link(), linkCommands::drop);
            case TestnetCommand.RestoreLink restore -> withLink(restore.link(), linkCommands::restore);
            case TestnetCommand.SetConditions set ->
                withLink(set.link(), link -> linkCommands.setConditions(link, set.direction(), set.conditions()));
            case TestnetCommand.ClearFaults _ -> partitionCommands.heal(null).thenCompose(_ -> linkCommands.clearAll());
            case TestnetCommand.Split split ->
                partitionCommands.split(
                        split.partition(),
                        name -> nodes.containsKey(name) || registry.guests().isGuest(name));
            case TestnetCommand.Heal heal -> partitionCommands.heal(heal.partition());
            case TestnetCommand.ProbeLink probe -> withLink(probe.link(), this::probe);
            case TestnetCommand.AttachGuest attach -> guestCommands.attach(attach.guest());
            case TestnetCommand.DetachGuest detach -> guestCommands.detach(detach.guest());
            case TestnetCommand.MineBlock mine ->
                withNode(mine.node(), node -> node.ask(_ -> new Wish.Grant(new Input.MineBlock())));
            case TestnetCommand.SetMining set -> withAll(node -> node.tell(new Input.SetMining(set.enabled())));
            case TestnetCommand.SetTraffic set -> withAll(node -> node.tell(new Input.SetTraffic(set.enabled())));
            case TestnetCommand.SetQualityOfService set ->
                withAll(node -> node.tell(new Input.SetQualityOfService(set.enabled())));
            case TestnetCommand.SendTransaction send ->
                withNode(send.node(), node -> node.ask(_ -> NodeWishes.transaction(send)));
            case TestnetCommand.StartFlood start ->
                withNode(
                        start.node(),
                        node -> node.ask(view -> NodeWishes.flood(
                                start, view, target(start.flood().target()))));
            case TestnetCommand.StopFlood stop ->
                withNode(stop.node(), node -> node.ask(_ -> new Wish.Grant(new Input.StopFlood())));
            case TestnetCommand.BlacklistPeer order ->
                withNode(order.node(), node -> node.ask(_ -> NodeWishes.blacklist(order, node.id())));
            case TestnetCommand.UnblacklistPeer order ->
                withNode(order.node(), node -> node.ask(view -> NodeWishes.unblacklist(order, view)));
        };
    }

    private CompletableFuture<CommandResult> withNode(
            NodeName name, Function<NodeServer, CompletableFuture<CommandResult>> action) {
        NodeServer node = nodes.get(name);
        if (node == null) {
            return CompletableFuture.completedFuture(Refusals.unknownNode(name, nodes.keySet()));
        }
        return action.apply(node);
    }

    private CompletableFuture<CommandResult> withLink(
            LinkId id, Function<LiveLink, CompletableFuture<CommandResult>> action) {
        LiveLink link = registry.find(id);
        if (link == null) {
            return CompletableFuture.completedFuture(Refusals.unknownLink(id));
        }
        return action.apply(link);
    }

    /** Done when all are; refused with everything that was refused. */
    private CompletableFuture<CommandResult> withAll(Function<NodeServer, CompletableFuture<CommandResult>> action) {
        List<CompletableFuture<CommandResult>> parts = new ArrayList<>();
        for (NodeServer node : nodes.values()) {
            parts.add(action.apply(node));
        }
        return together(parts);
    }

    private static CompletableFuture<CommandResult> together(List<CompletableFuture<CommandResult>> parts) {
        return CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> Refusals.together(
                        parts.stream().map(CompletableFuture::join).toList()));
    }

    private CompletableFuture<CommandResult> probe(LiveLink link) {
        List<CompletableFuture<CommandResult>> ends = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            // A guest cannot be told to measure.
            if (!registry.guests().isGuest(link.id().sender(direction))) {
                ends.add(probeFrom(link, direction));
            }
        }
        return together(ends);
    }

    private CompletableFuture<CommandResult> probeFrom(LiveLink link, Direction direction) {
        PeerId receiver = registry.idOf(link.id().receiver(direction));
        return withNode(
                link.id().sender(direction),
                node -> node.ask(view -> receiver != null && NodeWishes.hasPeer(view, receiver)
                        ? new Wish.Grant(new Input.Probe(receiver))
                        : new Wish.Refuse(Refusals.nothingToMeasure(link.id()))));
    }

    private @Nullable PeerId target(@Nullable NodeName name) {
        return name == null ? null : registry.idOf(name);
    }
}
