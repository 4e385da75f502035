package org.polytorus.simulator.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetSpec;

/** What is promised of a testnet depends on what its nodes run on. */
class InvariantsTest {
    private static final int WIDE = 10_000_000;

    private static List<String> promisedOf(Machine machine) {
        NodeSpec usual = NodeSpec.named("usual");
        NodeSpec other = NodeSpec.named("other").but().machine(machine).build();
        return Invariants.ofTestnets(new TestnetSpec("test", 1, List.of(usual, other), List.of())).stream()
                .map(Invariant::name)
                .toList();
    }

    private static Machine machine(
            @Nullable Integer upload, @Nullable Integer download, int blockMillis, int megabyteMillis) {
        return new Machine(
                upload == null ? null : new Bandwidth(upload),
                download == null ? null : new Bandwidth(download),
                Duration.ofMillis(blockMillis),
                Duration.ofMillis(megabyteMillis));
    }

    @Test
    void howSoonNodesComeTogetherIsPromisedWhereMachinesKeepPace() {
        assertThat(promisedOf(Machine.UNLIMITED)).contains("whole again", "one tip");
        assertThat(promisedOf(machine(WIDE, WIDE, 100, 1_000))).contains("whole again", "one tip");
    }

    @Test
    void oneNarrowLineOrSlowCheckIsEnoughForNoPromiseOfTimes() {
        List<Machine> slow = List.of(
                machine(WIDE - 1, null, 0, 0),
                machine(null, WIDE - 1, 0, 0),
                machine(null, null, 101, 0),
                machine(null, null, 0, 1_001));
        assertThat(slow)
                .map(InvariantsTest::promisedOf)
                .allSatisfy(promised -> assertThat(promised)
                        .contains("nodes live", "ends agree")
                        .doesNotContain("whole again", "one tip"));
    }
}
