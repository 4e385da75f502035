package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.polytorus.simulator.invariant.OneTipInTheEnd;
import org.polytorus.simulator.invariant.WholeAgain;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;

/**
 * A testnet and what is done to it, all from one seed: some time of faults, then everything is mended, and there is time to be
 * one network with one tip again.
 */
final class RandomScenario {
    private static final int MOST_STEPS = 30;
    private static final Duration A_WHILE = Duration.ofSeconds(1);
    private static final Duration ROOM = Duration.ofSeconds(3);

    /** What was drawn. */
    record Drawn(String shape, Scenario scenario) {}

    private RandomScenario() {}

    /**
     * The scenario of a seed; the same for the same arguments.
     *
     * @param mostNodes at least 3
     * @param trouble how long faults come
     */
    static Drawn of(long seed, int mostNodes, Duration trouble) {
        Dice dice = new Dice(seed);
        RandomTestnet.Drawn testnet = new RandomTestnet(dice, mostNodes).next(seed);
        TestnetSpec spec = testnet.spec();
        RandomSteps random = new RandomSteps(dice, spec);
        List<Duration> moments = new ArrayList<>();
        int count = dice.between(1, MOST_STEPS);
        for (int i = 0; i < count; i++) {
            moments.add(dice.moment(A_WHILE, trouble));
        }
        moments.sort(Comparator.naturalOrder());
        List<Step> steps = new ArrayList<>();
        moments.forEach(moment -> steps.add(random.next(moment)));
        Duration end = mend(steps, spec, random.excluded(), trouble, dice.chance(0.4), dice.chance(0.2));
        steps.sort(Comparator.comparing(Step::at));
        return new Drawn(testnet.shape(), new Scenario(spec.name(), "", spec, end, steps, List.of()));
    }

    /** Everything as it was described, and without conditions; returns when all is over. */
    private static Duration mend(
            List<Step> steps,
            TestnetSpec spec,
            List<Action.Blacklist> excluded,
            Duration at,
            boolean connectsAnew,
            boolean goesOn) {
        List<NodeName> nodes = spec.nodes().stream().map(NodeSpec::name).toList();
        steps.add(Deeds.ofAll(at, "start", nodes, TestnetCommand.StartNode::new));
        steps.add(Deeds.ofAll(at, "end_flood", nodes, TestnetCommand.StopFlood::new));
        steps.add(Deeds.of(at, "clear", "", new TestnetCommand.ClearFaults()));
        for (Action.Blacklist order : excluded) {
            String text = order.peer() + " at " + order.node();
            steps.add(Deeds.of(at, "unblacklist", text, new Action.Unblacklist(order.node(), order.peer())));
        }
        Duration mended = at.plus(A_WHILE);
        if (connectsAnew) {
            for (LinkSpec link : spec.links()) {
                LinkId id = link.id();
                steps.add(Deeds.of(at.plusMillis(500), "drop", id.toString(), new TestnetCommand.DropLink(id)));
            }
            steps.add(new Step(mended, "restore", "restore every link", List.of(new Action.RestoreAll())));
        }
        Duration quiet = mended.plus(WholeAgain.PATIENCE).plus(ROOM);
        Duration rest = goesOn ? quiet : at;
        steps.add(Deeds.of(rest, "mining", "off", new TestnetCommand.SetMining(false)));
        steps.add(Deeds.of(rest, "traffic", "off", new TestnetCommand.SetTraffic(false)));
        NodeName miner = nodes.getFirst();
        Duration last = quiet.plus(A_WHILE);
        steps.add(Deeds.of(last, "mine", miner.value(), new TestnetCommand.MineBlock(miner)));
        return last.plus(OneTipInTheEnd.PATIENCE).plus(ROOM);
    }
}
