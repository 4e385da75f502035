package org.polytorus.simulator.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;
import org.polytorus.simulator.testnet.PropagationSnapshot.BlockSpread;
import org.polytorus.simulator.testnet.PropagationSnapshot.Copies;
import org.polytorus.simulator.testnet.PropagationSnapshot.Journey;
import org.polytorus.simulator.testnet.PropagationSnapshot.TransactionSpread;
import org.polytorus.simulator.testnet.PropagationSnapshot.Travel;
import org.polytorus.simulator.ui.graph.Emphasis;
import org.polytorus.simulator.ui.graph.GraphView;

/** How blocks and transactions spread, in the table and in the graph. */
final class PropagationInTheWindowTest extends WindowFixture {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final NodeName THREE = new NodeName("node3");
    private static final Hash FIRST = new Hash(1, 1, 1, 1);
    private static final Hash SECOND = new Hash(2, 2, 2, 2);
    private static final Copies COPIES = new Copies(2, 1, 4, 2);
    private static final Journey JOURNEY = new Journey(
            List.of(new Arrival(TWO, 5_000_000, ONE), new Arrival(THREE, 9_000_000, TWO)),
            5_000_000,
            9_000_000,
            9_000_000,
            COPIES);

    @BeforeEach
    void openTestnet() {
        open();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        publish(of -> Altered.copy(of, "propagation", propagation(FIRST)));
        until(() -> table().getItems().size() == 1);
    }

    @Test
    void theHeadTellsThePercentilesAndARowTheTimesOfABlock() {
        assertThat(text("propagationSummary")).isEqualTo("To half of the nodes 5.00 ms, 90 % 9.00 ms, 99 % 9.00 ms");
        assertThat(row(0))
                .containsExactly("1 · " + FIRST.shortText(), "node1", "3 of 3", "5.00 ms", "9.00 ms", "9.00 ms", "1");
    }

    @Test
    void thePickedBlockIsExplainedInTheGraphAndStaysPickedWhenAnotherComes() {
        robot.interact(() -> table().getSelectionModel().select(0));
        Emphasis.Spread tree = new Emphasis.Spread(
                ONE, List.of(new Emphasis.Delivery(TWO, ONE, 5_000_000), new Emphasis.Delivery(THREE, TWO, 9_000_000)));
        assertThat(graph().emphasisProperty().get()).isEqualTo(tree);
        publish(of -> Altered.copy(of, "propagation", propagation(FIRST, SECOND)));
        until(() -> table().getItems().size() == 2);
        assertThat(table().getSelectionModel().getSelectedIndex()).isEqualTo(1);
        robot.interact(() -> graph().requestFocus());
        robot.push(KeyCode.ESCAPE);
        assertThat(graph().emphasisProperty().get()).isEqualTo(Emphasis.NONE);
        assertThat(table().getSelectionModel().isEmpty()).isTrue();
    }

    @Test
    void theLatestIsFollowedAndTransactionsHaveATableOfTheirOwn() {
        robot.interact(() -> find("propagationTransactions", ButtonBase.class).fire());
        assertThat(row(0)).startsWith(SECOND.shortText(), "node2", "3 of 3");
        robot.interact(() -> find("propagationBlocks", ButtonBase.class).fire());
        robot.interact(() -> find("followLatest", ButtonBase.class).fire());
        publish(of -> Altered.copy(of, "propagation", propagation(FIRST, SECOND)));
        until(() -> table().getItems().size() == 2);
        assertThat(table().getSelectionModel().getSelectedIndex()).isZero();
        assertThat(row(0)).startsWith("2 · " + SECOND.shortText());
    }

    private static PropagationSnapshot propagation(Hash... blocks) {
        List<BlockSpread> spreads = IntStream.range(0, blocks.length)
                .mapToObj(i -> new BlockSpread(blocks[i], i + 1, ONE, 0, List.of(), JOURNEY))
                .toList();
        Travel travel = new Travel(2, 5_000_000, 9_000_000, 9_000_000, COPIES, 0);
        return new PropagationSnapshot(
                0, -1, -1, -1, spreads, List.of(new TransactionSpread(SECOND, TWO, 0, JOURNEY)), travel, travel, 0);
    }

    private List<String> row(int index) {
        return table().getColumns().stream()
                .map(column -> String.valueOf(column.getCellData(index)))
                .toList();
    }

    private TableView<?> table() {
        return find("propagationTable", TableView.class);
    }

    private GraphView graph() {
        return find("graph", GraphView.class);
    }
}
