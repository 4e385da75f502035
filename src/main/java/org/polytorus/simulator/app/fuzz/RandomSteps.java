package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Draws what is done to a testnet, one step at a time. */
final class RandomSteps {
    private final Dice dice;
    private final List<NodeName> nodes;
    private final List<LinkId> links;
    private final List<Action.Blacklist> excluded = new ArrayList<>();
    private final List<String> partitions = new ArrayList<>();

    RandomSteps(Dice dice, TestnetSpec spec) {
        this.dice = dice;
        nodes = spec.nodes().stream().map(NodeSpec::name).toList();
        links = spec.links().stream().map(LinkSpec::id).toList();
    }

    /** Whom which node was told to have nothing to do with for ever. */
    List<Action.Blacklist> excluded() {
        return excluded;
    }

    /** Something done at that time. */
    Step next(Duration at) {
        return switch (dice.between(1, 30)) {
            case 1, 2, 3, 4, 5, 6 -> conditions(at);
            case 7, 8, 9 -> ofLink(at, "drop", TestnetCommand.DropLink::new);
            case 10, 11 -> ofLink(at, "restore", TestnetCommand.RestoreLink::new);
            case 12, 13, 14 -> split(at);
            case 15 -> heal(at);
            case 16 -> Deeds.of(at, "clear", "", new TestnetCommand.ClearFaults());
            case 17, 18 -> ofNode(at, "stop", TestnetCommand.StopNode::new);
            case 19, 20 -> ofNode(at, "start", TestnetCommand.StartNode::new);
            case 21, 22 -> ofNode(at, "mine", TestnetCommand.MineBlock::new);
            case 23 -> send(at);
            case 24 -> flood(at);
            case 25 -> ofNode(at, "end_flood", TestnetCommand.StopFlood::new);
            case 26 -> blacklist(at);
            case 27 -> unblacklist(at);
            case 28 -> toggle(at, "mining", TestnetCommand.SetMining::new);
            case 29 -> toggle(at, "traffic", TestnetCommand.SetTraffic::new);
            default ->
                dice.chance(0.5)
                        ? toggle(at, "quality_of_service", TestnetCommand.SetQualityOfService::new)
                        : ofLink(at, "probe", TestnetCommand.ProbeLink::new);
        };
    }

    /** A command for a link. */
    private interface OfLink {
        TestnetCommand of(LinkId link);
    }

    /** A command for the testnet. */
    private interface Toggle {
        TestnetCommand of(boolean on);
    }

    private Step ofLink(Duration at, String verb, OfLink command) {
        LinkId link = dice.oneOf(links);
        return Deeds.of(at, verb, link.toString(), command.of(link));
    }

    private Step ofNode(Duration at, String verb, Deeds.OfNode command) {
        NodeName node = dice.oneOf(nodes);
        return Deeds.of(at, verb, node.value(), command.of(node));
    }

    private Step toggle(Duration at, String verb, Toggle command) {
        boolean on = dice.chance(0.5);
        return Deeds.of(at, verb, on ? "on" : "off", command.of(on));
    }

    private Step conditions(Duration at) {
        RandomConditions random = new RandomConditions(dice);
        LinkConditions one = random.next();
        return switch (dice.between(1, 4)) {
            case 1 -> Deeds.conditions(at, dice.oneOf(links), one, LinkConditions.NONE);
            case 2 -> Deeds.conditions(at, dice.oneOf(links), LinkConditions.NONE, one);
            case 3 -> Deeds.conditions(at, dice.oneOf(links), one, random.next());
            default -> Deeds.conditions(at, dice.oneOf(links), one, one);
        };
    }

    private Step split(Duration at) {
        List<NodeName> mixed = dice.shuffled(nodes);
        int sides = Math.min(nodes.size(), dice.chance(0.8) ? 2 : 3);
        int left = dice.chance(0.7) ? mixed.size() : dice.between(sides, mixed.size());
        String name = "cut" + (partitions.size() + 1);
        List<NodeGroup> groups = new ArrayList<>();
        int from = 0;
        for (int side = 1; side <= sides; side++) {
            int size = side == sides ? left - from : dice.between(1, left - from - (sides - side));
            groups.add(new NodeGroup(name + "-" + side, mixed.subList(from, from + size)));
            from += size;
        }
        partitions.add(name);
        Partition partition = new Partition(name, groups, dice.chance(0.3));
        return Deeds.of(at, "split", partition.text(), new TestnetCommand.Split(partition));
    }

    private Step heal(Duration at) {
        String name = partitions.isEmpty() || dice.chance(0.4) ? null : dice.oneOf(partitions);
        return Deeds.of(at, "heal", name == null ? "" : name, new TestnetCommand.Heal(name));
    }

    private Step send(Duration at) {
        NodeName node = dice.oneOf(nodes);
        String from = dice.oneOf(List.of("alice", "bob", "carol"));
        return Deeds.of(
                at,
                "send",
                node.value(),
                new TestnetCommand.SendTransaction(node, from, "dave", dice.magnitude(1, 1_000_000)));
    }

    private Step flood(Duration at) {
        NodeName node = dice.oneOf(nodes);
        FloodSpec flood = new FloodSpec(
                dice.oneOf(List.of(FloodSpec.Kind.values())),
                dice.magnitude(10, 1_000),
                dice.magnitude(10, 2_000),
                target(node),
                dice.millis(200, 4_000));
        return Deeds.of(at, "flood", node.value(), new TestnetCommand.StartFlood(node, flood));
    }

    private @Nullable NodeName target(NodeName node) {
        NodeName target = dice.oneOf(nodes);
        return dice.chance(0.5) || target.equals(node) ? null : target;
    }

    private Step blacklist(Duration at) {
        LinkId link = dice.oneOf(links);
        boolean first = dice.chance(0.5);
        NodeName node = first ? link.a() : link.b();
        NodeName peer = first ? link.b() : link.a();
        Duration time = dice.chance(0.6) ? dice.millis(500, 15_000) : null;
        Action.Blacklist order = new Action.Blacklist(node, peer, "fuzz", time);
        if (time == null) {
            excluded.add(order);
        }
        return Deeds.of(at, "blacklist", peer + " at " + node, order);
    }

    private Step unblacklist(Duration at) {
        LinkId link = dice.oneOf(links);
        return Deeds.of(at, "unblacklist", link.a() + " at " + link.b(), new Action.Unblacklist(link.b(), link.a()));
    }
}
