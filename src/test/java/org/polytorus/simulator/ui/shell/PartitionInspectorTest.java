package org.polytorus.simulator.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.Healing;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.PartitionFixtures;
import org.polytorus.simulator.testnet.PartitionSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot;

/** What the inspector tells of cuts: a node's suspicion with its evidence, and how the network healed. */
final class PartitionInspectorTest extends WindowFixture {
    private static final long SECOND = 1_000_000_000L;

    @BeforeEach
    void openTestnet() {
        open();
    }

    @Test
    void aSuspiciousNodeSaysSoWithItsEvidence() {
        selectNode("node1");
        assertThat(find("nodeSuspicion", Node.class).getParent().isVisible()).isFalse();
        publish(of -> PartitionFixtures.suspecting(
                of, "node1", of.epochNanos() - 65 * SECOND, "2 of 2 peers were lost", "no block has come"));
        until(() -> find("nodeSuspicion", Node.class).getParent().isVisible());
        assertThat(text("nodeSuspicion")).isEqualTo("May be cut off, for 1 min 5 s");
        assertThat(text("nodeEvidence")).isEqualTo("• 2 of 2 peers were lost.\n• No block has come.");
    }

    @Test
    void theSummaryTellsTheTimeFromBeingWholeToOneTip() {
        assertThat(text("summaryHealing")).isEqualTo("–");
        publish(of -> PartitionFixtures.suspecting(
                PartitionFixtures.healed(of, new Healing(of.epochNanos() - 4 * SECOND, -1)), "node2", 0, "sign"));
        until(() -> text("summaryHealing").equals("not yet one tip, after 4 s"));
        assertThat(text("summarySuspicious")).isEqualTo("1 node");
        publish(of -> PartitionFixtures.healed(
                of, new Healing(of.epochNanos() - 4 * SECOND, of.epochNanos() - 2_800_000_000L)));
        until(() -> text("summaryHealing").startsWith("one tip after 1.2 s ("));
    }

    @Test
    void theSummaryTellsWhatIsSplitAndHowFastBlocksTravel() {
        assertThat(find("healAllButton", Node.class).getParent().getParent().isVisible())
                .isFalse();
        Partition partition = new Partition("p", List.of(group("west", "node1"), group("east", "node2")), false);
        LinkId link = LinkId.of(new NodeName("node1"), new NodeName("node2"));
        publish(of -> PartitionFixtures.split(
                of,
                new PartitionSnapshot(partition, List.of(link), of.epochNanos()),
                new PropagationSnapshot(5, 12_000_000, 90_000_000, 95_000_000, List.of())));
        until(() -> stage().getScene().lookup("#partition0") != null);
        assertThat(text("partition0")).isEqualTo("west (1 node) | east (1 node)\n1 link cut, for 0 s");
        assertThat(text("summaryPropagation")).isEqualTo("50 %: 12.0 ms, 90 %: 90.0 ms");
        publish(of -> Altered.copy(
                of, "propagation", new PropagationSnapshot(5, 999_600_000, 3_439_000_000L, 3_500_000_000L, List.of())));
        until(() -> text("summaryPropagation").equals("50 %: 1.00 s, 90 %: 3.44 s"));
    }

    private static NodeGroup group(String name, String node) {
        return new NodeGroup(name, List.of(new NodeName(node)));
    }
}
