package org.polytorus.simulator.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.testnet.NodeSpec;

/** What a shortest scenario is tried without. */
final class SimplerNodesTest {
    private static final Bandwidth LINE = new Bandwidth(1_000_000);
    private static final Duration TIME = Duration.ofMillis(20);
    private static final Machine SLOW = new Machine(LINE, LINE, TIME, TIME);

    @Test
    void limitsOfMachinesAreLeftOutForAllForOneAndOneByOne() {
        NodeSpec one = NodeSpec.named("one").but().machine(SLOW).build();
        NodeSpec other = NodeSpec.named("other").but().machine(SLOW).build();
        assertThat(SimplerNodes.of(List.of(one, other)))
                .extracting(nodes -> nodes.stream().map(NodeSpec::machine).toList())
                .contains(
                        List.of(Machine.UNLIMITED, Machine.UNLIMITED),
                        List.of(Machine.UNLIMITED, SLOW),
                        List.of(SLOW, Machine.UNLIMITED),
                        both(new Machine(null, LINE, TIME, TIME)),
                        both(new Machine(LINE, null, TIME, TIME)),
                        both(new Machine(LINE, LINE, Duration.ZERO, TIME)),
                        both(new Machine(LINE, LINE, TIME, Duration.ZERO)));
    }

    @Test
    void anOwnRequestTimeoutIsLeftOut() {
        NodeSpec usual = NodeSpec.named("one");
        NodeSpec hasty = usual.but().requestTimeout(Duration.ofSeconds(2)).build();
        NodeSpec quiet = hasty.but().requestTimeout(usual.requestTimeout()).build();
        assertThat(SimplerNodes.of(List.of(hasty))).contains(List.of(quiet));
    }

    private static List<Machine> both(Machine machine) {
        return List.of(machine, machine);
    }
}
