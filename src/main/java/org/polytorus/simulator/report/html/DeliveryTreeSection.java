package org.polytorus.simulator.report.html;

import java.util.Comparator;
import java.util.List;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.report.RunStory;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;
import org.polytorus.simulator.testnet.PropagationSnapshot.BlockSpread;

/** Who got one block from whom: the latest of those that reached the most nodes. */
final class DeliveryTreeSection implements Section {
    /** First deliveries that are shown; the later ones are counted. */
    static final int MOST_DELIVERIES = 300;

    @Override
    public String title() {
        return "The way of a block";
    }

    @Override
    public boolean appliesTo(RunStory story) {
        return story.last().propagation().blocks().stream()
                .anyMatch(block -> !block.journey().deliveries().isEmpty());
    }

    @Override
    public void write(RunStory story, Markup page) {
        BlockSpread block = story.last().propagation().blocks().stream()
                .max(Comparator.comparingInt(
                                (BlockSpread one) -> one.journey().deliveries().size())
                        .thenComparingLong(BlockSpread::minedNanos))
                .orElseThrow();
        List<Arrival> all = block.journey().deliveries();
        List<Arrival> shown = all.subList(0, Math.min(all.size(), MOST_DELIVERIES));
        page.element(
                "p",
                "Block " + block.hash().shortText() + " of height " + block.height() + ", mined by " + block.miner()
                        + " after "
                        + Numbers.seconds(story.since(block.minedNanos()).toNanos()) + ", reached " + all.size()
                        + " of "
                        + (story.last().nodes().size() - 1)
                        + " other nodes. Each point is a first delivery; a line leads to it from the node that brought it."
                        + (shown.size() < all.size() ? " The " + shown.size() + " fastest are shown." : ""));
        new DeliveryTree(block.miner(), shown).write(page);
        page.open("details").element("summary", "The same as a table");
        Table table = new Table(page, "First deliveries, the fastest first", "Node", "From", "#After");
        for (Arrival delivery : shown) {
            NodeName from = delivery.from();
            table.row(delivery.node(), from == null ? "a stranger" : from, Numbers.time(delivery.nanos()));
        }
        table.end();
        page.close().line();
    }
}
