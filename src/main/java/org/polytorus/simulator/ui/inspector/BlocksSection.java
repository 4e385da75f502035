package org.polytorus.simulator.ui.inspector;

import java.util.List;
import org.polytorus.simulator.testnet.NodeSnapshot.BlockSummary;
import org.polytorus.simulator.ui.controls.FoldingSection;
import org.polytorus.simulator.ui.controls.LineList;
import org.polytorus.simulator.ui.controls.Quantities;

/** The newest blocks of the chain that a node follows. */
final class BlocksSection extends FoldingSection {
    private static final int MOST_LINES = 10;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final LineList blocks = new LineList(MOST_LINES, "No block yet.");

    BlocksSection() {
        super("blocksFold", "Recent blocks", true);
        blocks.setId("recentBlocks");
        blocks.getStyleClass().add("counters");
        setContent(blocks);
    }

    void update(List<BlockSummary> recent) {
        summarise(
                recent.isEmpty()
                        ? "none yet"
                        : "up to height " + Quantities.exact(recent.getFirst().height()));
        blocks.show(recent.stream().limit(MOST_LINES).map(BlocksSection::text).toList());
    }

    private static String text(BlockSummary block) {
        return "#%-5d %s  %s  %s"
                .formatted(
                        block.height(),
                        block.hash().shortText(),
                        Quantities.timeOfDay(block.timestampMillis() * NANOS_PER_MILLI),
                        Quantities.plural(block.transactions(), "tx"));
    }
}
