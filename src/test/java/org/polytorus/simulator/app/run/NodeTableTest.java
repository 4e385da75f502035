package org.polytorus.simulator.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polytorus.simulator.app.Snapshots;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

class NodeTableTest {
    private final NodeTable table = new NodeTable(new Rates.Reading(0, 0, Map.of()));

    @Test
    void wideTerminalShowsEveryColumn() {
        List<String> lines = table.lines(Snapshots.line("node1", "node2").nodes(), 120, 20);
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).contains("name", "state", "health", "height", "tip", "peers", "mempool", "msg/s");
        assertThat(lines.get(1)).contains("node1", "running", "healthy", "00abcdef");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60, 80, 100, 200})
    void noLineIsWiderThanTheTerminal(int width) {
        List<NodeSnapshot> nodes =
                Snapshots.line("a-very-long-name-of-a-node-".repeat(2), "node2").nodes();
        assertThat(table.lines(nodes, width, 20)).allMatch(line -> line.length() <= width);
    }

    @Test
    void longNameIsCutBeforeColumnsAreLeftOut() {
        List<NodeSnapshot> nodes = Snapshots.line("x".repeat(64), "node2").nodes();
        List<String> lines = table.lines(nodes, 90, 20);
        assertThat(lines.getFirst()).contains("msg/s");
        assertThat(lines.get(2)).contains("xxx…");
    }

    @Test
    void narrowTerminalKeepsNameStateAndHeight() {
        assertThat(table.lines(Snapshots.line("node1", "node2").nodes(), 24, 20).getFirst())
                .contains("name", "state", "height")
                .doesNotContain("mempool", "msg/s");
    }

    @Test
    void manyNodesAreCutToTheHeightWithTroubleFirst() {
        String[] names = IntStream.rangeClosed(1, 200).mapToObj(i -> "node" + i).toArray(String[]::new);
        TestnetSnapshot snapshot = Snapshots.failing(Snapshots.line(names), "node150", "port taken");
        List<String> lines = table.lines(snapshot.nodes(), 100, 20);
        assertThat(lines).hasSize(20);
        assertThat(lines.get(1)).contains("node150", "failed");
        assertThat(lines.getLast()).contains("182 more");
    }
}
