package org.polytorus.simulator.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.testnet.Healing;
import org.polytorus.simulator.testnet.PartitionFixtures;

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
}
