package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.TestnetCommand;

/** Writes the steps of a timeline as {@link TimelineTable} reads them. */
final class TimelineWriter {
    private final TomlText toml;

    TimelineWriter(TomlText toml) {
        this.toml = toml;
    }

    /** The groups of the testnet, and the sides of all partitions, by name. */
    void groups(List<NodeGroup> named, List<Step> steps) {
        Map<String, NodeGroup> groups = new LinkedHashMap<>();
        named.forEach(group -> groups.put(group.name(), group));
        for (Step step : steps) {
            for (Action action : step.actions()) {
                if (action instanceof Action.Order(TestnetCommand.Split(Partition partition))) {
                    partition.groups().forEach(group -> groups.put(group.name(), group));
                }
            }
        }
        if (!groups.isEmpty()) {
            toml.table("[groups]");
            groups.forEach((name, group) -> toml.put(TomlText.quoted(name), TomlText.list(group.nodes())));
        }
    }

    /** As few tables as can say it. */
    void step(Step step) {
        List<Action> left = new ArrayList<>(step.actions());
        while (!left.isEmpty()) {
            toml.table("[[timeline]]").put("at", TomlText.quoted(Units.text(step.at())));
            switch (left.removeFirst()) {
                case Action.RestoreAll _ -> verb("restore");
                case Action.Blacklist order -> {
                    each("blacklist", order.node(), List.of());
                    toml.put("peer", TomlText.quoted(order.peer())).put("reason", TomlText.quoted(order.reason()));
                    toml.put("for", time(order.duration()));
                }
                case Action.Unblacklist order -> {
                    each("unblacklist", order.node(), List.of());
                    toml.put("peer", TomlText.quoted(order.peer()));
                }
                case Action.Order order -> order(order.command(), left);
            }
        }
    }

    /** @param left what the same step does after it; what one table says with it is taken out */
    private void order(TestnetCommand command, List<Action> left) {
        switch (command) {
            case TestnetCommand.StartNode(NodeName node) ->
                each(
                        "start",
                        node,
                        others(left, next -> next instanceof TestnetCommand.StartNode(NodeName other) ? other : null));
            case TestnetCommand.StopNode(NodeName node) ->
                each(
                        "stop",
                        node,
                        others(left, next -> next instanceof TestnetCommand.StopNode(NodeName other) ? other : null));
            case TestnetCommand.StopFlood(NodeName node) ->
                each(
                        "end_flood",
                        node,
                        others(left, next -> next instanceof TestnetCommand.StopFlood(NodeName other) ? other : null));
            case TestnetCommand.StartAll _ -> verb("start").put("nodes", "[\"all\"]");
            case TestnetCommand.StopAll _ -> verb("stop").put("nodes", "[\"all\"]");
            case TestnetCommand.DropLink(LinkId link) -> verb("drop").put("between", between(link));
            case TestnetCommand.RestoreLink(LinkId link) -> verb("restore").put("between", between(link));
            case TestnetCommand.ProbeLink(LinkId link) -> verb("probe").put("between", between(link));
            case TestnetCommand.SetConditions set -> conditions(set, left);
            case TestnetCommand.ClearFaults _ -> verb("clear");
            case TestnetCommand.Split(Partition partition) -> split(partition);
            case TestnetCommand.Heal(String name) ->
                verb("heal").put("name", name == null ? null : TomlText.quoted(name));
            case TestnetCommand.MineBlock(NodeName node) -> each("mine", node, List.of());
            case TestnetCommand.SetMining(boolean on) -> verb("mining").put("on", on);
            case TestnetCommand.SetTraffic(boolean on) -> verb("traffic").put("on", on);
            case TestnetCommand.SetQualityOfService(boolean on) ->
                verb("quality_of_service").put("on", on);
            case TestnetCommand.SendTransaction send ->
                verb("send")
                        .put("node", TomlText.quoted(send.node()))
                        .put("from", TomlText.quoted(send.from()))
                        .put("to", TomlText.quoted(send.to()))
                        .put("amount", send.amount());
            case TestnetCommand.StartFlood(NodeName node, FloodSpec flood) -> flood(node, flood);
            case TestnetCommand.BlacklistPeer _,
                    TestnetCommand.UnblacklistPeer _,
                    TestnetCommand.AttachGuest _,
                    TestnetCommand.DetachGuest _ ->
                throw new IllegalArgumentException("Files name peers, and no guests are in virtual time: " + command);
        }
    }

    /** The nodes of the commands of the same kind that follow at once. */
    private static List<NodeName> others(List<Action> left, Function<TestnetCommand, @Nullable NodeName> ofKind) {
        List<NodeName> nodes = new ArrayList<>();
        while (!left.isEmpty() && left.getFirst() instanceof Action.Order(TestnetCommand command)) {
            NodeName node = ofKind.apply(command);
            if (node == null) {
                break;
            }
            left.removeFirst();
            nodes.add(node);
        }
        return nodes;
    }

    private TomlText verb(String verb) {
        return toml.put("do", TomlText.quoted(verb));
    }

    private void each(String verb, NodeName first, List<NodeName> others) {
        List<NodeName> nodes = new ArrayList<>(List.of(first));
        nodes.addAll(others);
        verb(verb).put("nodes", TomlText.list(nodes));
    }

    private void conditions(TestnetCommand.SetConditions there, List<Action> left) {
        boolean hasBack = !left.isEmpty()
                && left.getFirst() instanceof Action.Order(TestnetCommand.SetConditions next)
                && next.link().equals(there.link())
                && next.direction() == there.direction().opposite();
        if (!hasBack || !(left.removeFirst() instanceof Action.Order(TestnetCommand.SetConditions back))) {
            throw new IllegalArgumentException("A file sets the conditions of both directions of " + there.link());
        }
        verb("conditions").put("between", between(there.link()));
        boolean isForward = there.direction() == Direction.A_TO_B;
        LinkConditions aToB = isForward ? there.conditions() : back.conditions();
        LinkConditions bToA = isForward ? back.conditions() : there.conditions();
        ConditionsWriter.write(toml, aToB, bToA);
    }

    private void split(Partition partition) {
        verb("split")
                .put("name", TomlText.quoted(partition.name()))
                .put(
                        "groups",
                        TomlText.list(
                                partition.groups().stream().map(NodeGroup::name).toList()));
        toml.put("one_way", partition.oneWay() ? true : null);
    }

    private void flood(NodeName node, FloodSpec flood) {
        each("flood", node, List.of());
        toml.put("kind", TomlText.quoted(flood.kind().name().toLowerCase(Locale.ROOT)))
                .put("rate", flood.messagesPerSecond())
                .put("size", flood.messageBytes())
                .put("target", flood.target() == null ? null : TomlText.quoted(flood.target()))
                .put("for", time(flood.duration()));
    }

    private static String between(LinkId link) {
        return TomlText.list(List.of(link.a(), link.b()));
    }

    private static @Nullable String time(@Nullable Duration time) {
        return time == null ? null : TomlText.quoted(Units.text(time));
    }
}
