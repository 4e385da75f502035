package org.polytorus.simulator.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.HostEvents;
import org.polytorus.simulator.host.NodeWishes;
import org.polytorus.simulator.host.PartitionOrders;
import org.polytorus.simulator.host.Refusals;
import org.polytorus.simulator.host.Wish;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.TestnetCommand;

/** Carries commands out, at the virtual time that it is. */
final class SimCommands {
    private static final CommandResult NO_GUESTS = CommandResult.refused(
            "Programs that are not ours live in real time, so none can take part in virtual time. Run the testnet on sockets.");

    private final SimWorld world;
    private final HostEvents events;
    private final PartitionOrders partitions;
    private final HealingWatch watch;

    SimCommands(SimWorld world, HostEvents events, PartitionOrders partitions, HealingWatch watch) {
        this.world = world;
        this.events = events;
        this.partitions = partitions;
        this.watch = watch;
    }

    CommandResult carryOut(TestnetCommand command) {
        return switch (command) {
            case TestnetCommand.StartNode start -> withNode(start.node(), SimNode::start);
            case TestnetCommand.StopNode stop -> withNode(stop.node(), SimNode::stop);
            case TestnetCommand.StartAll _ -> withAll(SimNode::start);
            case TestnetCommand.StopAll _ -> withAll(SimNode::stop);
            case TestnetCommand.DropLink drop -> withLink(drop.link(), this::drop);
            case TestnetCommand.RestoreLink restore -> withLink(restore.link(), this::restore);
            case TestnetCommand.SetConditions set ->
                withLink(set.link(), link -> setConditions(link, set.direction(), set.conditions()));
            case TestnetCommand.ClearFaults _ -> clearAll();
            case TestnetCommand.Split split -> split(split.partition());
            case TestnetCommand.Heal heal -> heal(heal.partition());
            case TestnetCommand.ProbeLink probe -> withLink(probe.link(), this::probe);
            case TestnetCommand.AttachGuest _, TestnetCommand.DetachGuest _ -> NO_GUESTS;
            case TestnetCommand.MineBlock mine -> asking(mine.node(), new Input.MineBlock());
            case TestnetCommand.SetMining set -> telling(new Input.SetMining(set.enabled()));
            case TestnetCommand.SetTraffic set -> telling(new Input.SetTraffic(set.enabled()));
            case TestnetCommand.SetQualityOfService set -> telling(new Input.SetQualityOfService(set.enabled()));
            case TestnetCommand.SendTransaction send ->
                withNode(send.node(), node -> node.ask(_ -> NodeWishes.transaction(send)));
            case TestnetCommand.StartFlood start ->
                withNode(
                        start.node(),
                        node -> node.ask(view ->
                                NodeWishes.flood(start, view, idOf(start.flood().target()))));
            case TestnetCommand.StopFlood stop -> asking(stop.node(), new Input.StopFlood());
            case TestnetCommand.BlacklistPeer order ->
                withNode(order.node(), node -> node.ask(_ -> NodeWishes.blacklist(order, node.id())));
            case TestnetCommand.UnblacklistPeer order ->
                withNode(order.node(), node -> node.ask(view -> NodeWishes.unblacklist(order, view)));
        };
    }

    private CommandResult drop(SimLink link) {
        if (!link.isDropped()) {
            events.dropped(link.id());
            link.drop();
            watch.changed();
        }
        return CommandResult.DONE;
    }

    private CommandResult restore(SimLink link) {
        if (link.isDropped()) {
            link.restore();
            events.restored(link.id());
            tellBoth(link.id(), new Input.NetworkChanged());
            watch.changed();
        }
        return CommandResult.DONE;
    }

    /** Measures anew at once, so that what is asked and what is measured can be compared. */
    private CommandResult setConditions(SimLink link, Direction direction, LinkConditions changed) {
        if (link.conditions(direction).equals(changed)) {
            return CommandResult.DONE;
        }
        boolean wasBlackHole = link.isBlackHole();
        LinkId id = link.id();
        link.setConditions(direction, changed);
        events.conditionsChanged(id, direction, changed);
        if (wasBlackHole && !link.isBlackHole()) {
            tellBoth(id, new Input.NetworkChanged());
        }
        probeBoth(id);
        watch.changed();
        return CommandResult.DONE;
    }

    private void probeBoth(LinkId id) {
        for (Direction each : Direction.values()) {
            SimNode sender = node(id.sender(each));
            SimNode receiver = node(id.receiver(each));
            if (sender != null && receiver != null) {
                sender.offer(new Input.Probe(receiver.id()));
            }
        }
    }

    private CommandResult split(Partition partition) {
        CommandResult refused = partitions.split(partition, world.nodes()::containsKey);
        if (refused != null) {
            return refused;
        }
        partitions.tellSplit(partition, cutLinks());
        return CommandResult.DONE;
    }

    private CommandResult heal(@Nullable String name) {
        CommandResult refused = partitions.heal(name);
        if (refused != null) {
            return refused;
        }
        cutLinks();
        return CommandResult.DONE;
    }

    /** Brings every link in line with the partitions in force; gives how many were changed. */
    private int cutLinks() {
        int changed = 0;
        for (SimLink link : List.copyOf(world.links())) {
            Set<Direction> cut = world.partitions().cutOf(link.id());
            if (!link.cut().equals(cut)) {
                cut(link, cut);
                changed++;
            }
        }
        return changed;
    }

    private void cut(SimLink link, Set<Direction> cut) {
        boolean wasBlackHole = link.isBlackHole();
        link.cut(cut);
        if (wasBlackHole && !link.isBlackHole()) {
            tellBoth(link.id(), new Input.NetworkChanged());
            probeBoth(link.id());
        }
        watch.changed();
    }

    private CommandResult clearAll() {
        heal(null);
        for (SimLink link : List.copyOf(world.links())) {
            restore(link);
            for (Direction direction : Direction.values()) {
                setConditions(link, direction, LinkConditions.NONE);
            }
        }
        return CommandResult.DONE;
    }

    private CommandResult probe(SimLink link) {
        List<CommandResult> ends = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            PeerId receiver = idOf(link.id().receiver(direction));
            ends.add(withNode(
                    link.id().sender(direction),
                    node -> node.ask(view -> receiver != null && NodeWishes.hasPeer(view, receiver)
                            ? new Wish.Grant(new Input.Probe(receiver))
                            : new Wish.Refuse(Refusals.nothingToMeasure(link.id())))));
        }
        return Refusals.together(ends);
    }

    private CommandResult asking(NodeName name, Input input) {
        return withNode(name, node -> node.ask(_ -> new Wish.Grant(input)));
    }

    private CommandResult telling(Input input) {
        world.nodes().values().forEach(node -> node.offer(input));
        return CommandResult.DONE;
    }

    private void tellBoth(LinkId id, Input input) {
        for (NodeName name : List.of(id.a(), id.b())) {
            SimNode node = node(name);
            if (node != null) {
                node.offer(input);
            }
        }
    }

    private CommandResult withNode(NodeName name, Function<SimNode, CommandResult> action) {
        SimNode node = node(name);
        return node == null ? Refusals.unknownNode(name, world.nodes().keySet()) : action.apply(node);
    }

    private CommandResult withAll(Function<SimNode, CommandResult> action) {
        return Refusals.together(world.nodes().values().stream().map(action).toList());
    }

    private CommandResult withLink(LinkId id, Function<SimLink, CommandResult> action) {
        SimLink link = world.find(id);
        return link == null ? Refusals.unknownLink(id) : action.apply(link);
    }

    private @Nullable SimNode node(NodeName name) {
        return world.nodes().get(name);
    }

    private @Nullable PeerId idOf(@Nullable NodeName name) {
        SimNode node = name == null ? null : node(name);
        return node == null ? null : node.id();
    }
}
