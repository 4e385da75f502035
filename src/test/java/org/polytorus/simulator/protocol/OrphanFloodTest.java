package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polytorus.simulator.chain.HostileChain;
import org.polytorus.simulator.chain.TreeLimits;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.wire.Message;

/** A peer that sends blocks which stand on nothing: they cost a bounded room, and keep nobody from going on. */
final class OrphanFloodTest {
    private static final int MIB = 1 << 20;

    private final Script script = Script.accepting().saysHandshake(NodeType.OURS);

    @Test
    void tenThousandLinkedOrphansTakeTheRoomOfOneThousand() {
        for (Block orphan : HostileChain.orphans(10_000, 0)) {
            script.says(new Message.BlockData(orphan));
            assertThat(script.view().orphanBlocks()).isLessThanOrEqualTo(TreeLimits.DEFAULT.maxOrphans());
        }
        assertThat(script.view().orphanBlocks()).isEqualTo(TreeLimits.DEFAULT.maxOrphans());
        theNodeGoesOn();
    }

    @Test
    void orphansOfAMebibyteEachTakeSixteenMebibytesInAll() {
        HostileChain.orphans(24, MIB - 1_000).forEach(orphan -> script.says(new Message.BlockData(orphan)));
        assertThat(script.view().orphanBlocks() * (long) (MIB - 1_000)).isLessThanOrEqualTo(16L * MIB);
        assertThat(script.view().orphanBlocks()).isGreaterThan(10);
        theNodeGoesOn();
    }

    private void theNodeGoesOn() {
        assertThat(script.ended()).as("an orphan breaks no rule").isNull();
        assertThat(script.view().height()).isZero();
        script.says(new Message.BlockData(HostileChain.valid()));
        assertThat(script.view().height()).isEqualTo(1);
        script.give(new Input.MineBlock());
        assertThat(script.view().height()).isEqualTo(2);
    }
}
