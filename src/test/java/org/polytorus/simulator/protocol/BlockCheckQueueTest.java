package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.chain.HostileChain;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.wire.Message;

/** Blocks that come faster than a node can check them. */
final class BlockCheckQueueTest {
    private static final Duration CHECK = Duration.ofMillis(300);

    @Test
    void thoseBeyondTheBoundAreJudgedAtOnceAndThoseBeforeInTheirTime() {
        Script script = new Script(VirtualNetwork.quiet()
                .but()
                .machine(new Machine(null, null, CHECK, Duration.ZERO))
                .build());
        script.give(new Input.Accepted(Script.CONNECTION, Script.ADDRESS)).saysHandshake(NodeType.OURS);
        List<Block> orphans = HostileChain.orphans(BlockChecks.MAX_WAITING + 1, 0);
        orphans.subList(0, BlockChecks.MAX_WAITING).forEach(orphan -> script.says(new Message.BlockData(orphan)));
        assertThat(script.view().orphanBlocks()).isZero();
        script.says(new Message.BlockData(orphans.getLast()));
        assertThat(script.view().orphanBlocks()).isEqualTo(1);
        assertThat(script.pass(CHECK).view().orphanBlocks()).isEqualTo(2);
        assertThat(script.pass(CHECK).view().orphanBlocks()).isEqualTo(3);
    }
}
