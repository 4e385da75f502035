package org.polytorus.simulator.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.report.RunStory;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot.BlockSpread;
import org.polytorus.simulator.testnet.TestnetEvent;

/** Where chains went apart, and who gave which up. */
final class ForksSection implements Section {
    static final int MOST_LINES = 200;

    @Override
    public String title() {
        return "Forks and reorganisations";
    }

    @Override
    public boolean appliesTo(RunStory story) {
        return true;
    }

    @Override
    public void write(RunStory story, Markup page) {
        tips(story, page);
        forks(story, page);
        reorganisations(story, page);
    }

    private static void tips(RunStory story, Markup page) {
        Map<Hash, List<NodeSnapshot>> followers = story.last().nodes().stream()
                .filter(node -> node.state() == NodeSnapshot.State.RUNNING)
                .collect(Collectors.groupingBy(NodeSnapshot::tip, TreeMap::new, Collectors.toList()));
        Table table = new Table(page, "Tips at the end", "Tip", "#Height", "#Nodes", "Who");
        followers.entrySet().stream()
                .sorted((one, other) ->
                        Integer.compare(other.getValue().size(), one.getValue().size()))
                .limit(MOST_LINES)
                .forEach(tip -> table.row(
                        tip.getKey().shortText(),
                        tip.getValue().getFirst().height(),
                        tip.getValue().size(),
                        NameList.of(
                                tip.getValue().stream().map(NodeSnapshot::name).toList())));
        table.end();
    }

    private static void forks(RunStory story, Markup page) {
        Map<Integer, List<BlockSpread>> byHeight = new TreeMap<>();
        for (BlockSpread block : story.last().propagation().blocks()) {
            byHeight.computeIfAbsent(block.height(), _ -> new ArrayList<>()).add(block);
        }
        byHeight.values().removeIf(blocks -> blocks.size() < 2);
        if (byHeight.isEmpty()) {
            page.element(
                    "p",
                    "No two blocks of one height are among the latest "
                            + story.last().propagation().blocks().size() + ".");
            return;
        }
        Table table = new Table(
                page,
                "Heights at which there is more than one block, among the latest "
                        + story.last().propagation().blocks().size(),
                "#Height",
                "Block",
                "Miner",
                "#Mined at",
                "#Nodes it was a tip of");
        byHeight.values().stream()
                .flatMap(List::stream)
                .limit(MOST_LINES)
                .forEach(block -> table.row(
                        block.height(),
                        block.hash().shortText(),
                        block.miner(),
                        Numbers.seconds(story.since(block.minedNanos()).toNanos()),
                        block.arrivals().size() + 1));
        table.end();
    }

    private static void reorganisations(RunStory story, Markup page) {
        List<TestnetEvent> seen = story.events().stream()
                .filter(event -> event.kind() == TestnetEvent.Kind.REORGANISATION)
                .toList();
        long all = story.last().nodes().stream()
                .mapToLong(NodeSnapshot::reorganisations)
                .sum();
        if (seen.isEmpty()) {
            page.element("p", all == 0 ? "No node left a chain for another." : all + " reorganisations.");
            return;
        }
        Table table = new Table(
                page,
                all + " reorganisations" + (seen.size() > MOST_LINES ? ", the first " + MOST_LINES : ""),
                "#At",
                "Node",
                "What");
        seen.stream().limit(MOST_LINES).forEach(event -> {
            NodeName node = event.node();
            table.row(
                    Numbers.seconds(story.since(event.epochNanos()).toNanos()), node == null ? "" : node, event.text());
        });
        table.end();
    }
}
