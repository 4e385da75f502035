package org.polytorus.simulator.app.fuzz;

import java.util.List;
import java.util.Optional;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.TestnetCommand;

/** What of an action is left when a node is no longer there. */
final class Mentions {
    private Mentions() {}

    static Optional<Action> without(Action action, NodeName gone) {
        return switch (action) {
            case Action.Blacklist order ->
                unless(order.node().equals(gone) || order.peer().equals(gone), order);
            case Action.Unblacklist order ->
                unless(order.node().equals(gone) || order.peer().equals(gone), order);
            case Action.RestoreAll order -> Optional.of(order);
            case Action.Order(TestnetCommand.Split(Partition partition)) -> without(partition, gone);
            case Action.Order order -> unless(isAbout(order.command(), gone), order);
        };
    }

    private static Optional<Action> unless(boolean isGone, Action action) {
        return isGone ? Optional.empty() : Optional.of(action);
    }

    private static Optional<Action> without(Partition partition, NodeName gone) {
        List<NodeGroup> groups = partition.groups().stream()
                .flatMap(group -> {
                    List<NodeName> left = group.nodes().stream()
                            .filter(node -> !node.equals(gone))
                            .toList();
                    return left.isEmpty()
                            ? Optional.<NodeGroup>empty().stream()
                            : Optional.of(new NodeGroup(group.name(), left)).stream();
                })
                .toList();
        return groups.size() < 2
                ? Optional.empty()
                : Optional.of(new Action.Order(
                        new TestnetCommand.Split(new Partition(partition.name(), groups, partition.oneWay()))));
    }

    private static boolean isAbout(TestnetCommand command, NodeName node) {
        return switch (command) {
            case TestnetCommand.StartNode order -> order.node().equals(node);
            case TestnetCommand.StopNode order -> order.node().equals(node);
            case TestnetCommand.MineBlock order -> order.node().equals(node);
            case TestnetCommand.SendTransaction order -> order.node().equals(node);
            case TestnetCommand.StartFlood order ->
                order.node().equals(node) || node.equals(order.flood().target());
            case TestnetCommand.StopFlood order -> order.node().equals(node);
            case TestnetCommand.BlacklistPeer order -> order.node().equals(node);
            case TestnetCommand.UnblacklistPeer order -> order.node().equals(node);
            case TestnetCommand.DropLink order -> order.link().joins(node);
            case TestnetCommand.RestoreLink order -> order.link().joins(node);
            case TestnetCommand.ProbeLink order -> order.link().joins(node);
            case TestnetCommand.SetConditions order -> order.link().joins(node);
            case TestnetCommand.StartAll _,
                    TestnetCommand.StopAll _,
                    TestnetCommand.ClearFaults _,
                    TestnetCommand.Split _,
                    TestnetCommand.Heal _,
                    TestnetCommand.SetMining _,
                    TestnetCommand.SetTraffic _,
                    TestnetCommand.SetQualityOfService _,
                    TestnetCommand.AttachGuest _,
                    TestnetCommand.DetachGuest _ -> false;
        };
    }
}
