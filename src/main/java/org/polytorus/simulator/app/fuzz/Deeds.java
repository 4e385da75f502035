package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.polytorus.simulator.link.ConditionsText;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.testnet.TestnetCommand;

/** Steps of a timeline, each such that one table of a scenario file can say it. */
final class Deeds {
    private Deeds() {}

    static Step of(Duration at, String verb, String text, TestnetCommand... commands) {
        return new Step(
                at,
                verb,
                text.isEmpty() ? verb : verb + " " + text,
                Stream.of(commands).<Action>map(Action.Order::new).toList());
    }

    static Step of(Duration at, String verb, String text, Action action) {
        return new Step(at, verb, verb + " " + text, List.of(action));
    }

    static Step conditions(Duration at, LinkId link, LinkConditions aToB, LinkConditions bToA) {
        return of(
                at,
                "conditions",
                link + ": " + ConditionsText.of(aToB) + ", back: " + ConditionsText.of(bToA),
                new TestnetCommand.SetConditions(link, Direction.A_TO_B, aToB),
                new TestnetCommand.SetConditions(link, Direction.B_TO_A, bToA));
    }

    static Step ofAll(Duration at, String verb, List<NodeName> nodes, OfNode command) {
        return of(at, verb, "all nodes", nodes.stream().map(command::of).toArray(TestnetCommand[]::new));
    }

    /** A command for one node. */
    @FunctionalInterface
    interface OfNode {
        TestnetCommand of(NodeName node);
    }
}
