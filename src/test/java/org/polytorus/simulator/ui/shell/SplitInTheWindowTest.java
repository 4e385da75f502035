package org.polytorus.simulator.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.Cut;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.PartitionFixtures;
import org.polytorus.simulator.testnet.PartitionSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.graph.Selection;

/** What is asked of the testnet when somebody splits it in the window, and how it is put together again. */
final class SplitInTheWindowTest extends WindowFixture {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final NodeName THREE = new NodeName("node3");
    private static final NodeGroup WEST = new NodeGroup("west", List.of(ONE));
    private static final NodeGroup EAST = new NodeGroup("east", List.of(TWO, THREE));

    @BeforeEach
    void openTestnet() {
        robot.interact(() -> window().open(Pictures.spec(3).withGroups(List.of(WEST, EAST))));
        until(() -> text("statusNodes").startsWith("3/3"));
    }

    @Test
    void theSelectedNodesAreSplitOffUnderANameInOneDirection() {
        select(ONE, THREE);
        assertThat(text("nodesTitle")).isEqualTo("2 nodes selected");
        assertThat(text("splitEffect")).isEqualTo("2 links would be cut.");
        robot.interact(() -> find("splitName", TextField.class).setText("storm"));
        press("splitWayIN");
        press("splitButton");
        assertThat(lastPartition())
                .isEqualTo(new Partition("storm", List.of(group("rest", TWO), group("storm", ONE, THREE)), true));
        press("splitWayOUT");
        press("splitButton");
        assertThat(lastPartition())
                .isEqualTo(new Partition("storm", List.of(group("storm", ONE, THREE), group("rest", TWO)), true));
    }

    @Test
    void aRefusedSplitSaysWhyBesideTheButton() {
        testnet.answerWith(command -> CommandResult.refused("There is a partition named storm already."));
        select(ONE, THREE);
        press("splitButton");
        until(() -> text("splitRefusal").equals("There is a partition named storm already."));
    }

    @Test
    void aKeySplitsTheSelectedNodesOffAndAnotherHealsThem() {
        robot.interact(() -> find("graph", Node.class).requestFocus());
        robot.push(KeyCode.TAB).push(KeyCode.M).push(KeyCode.TAB).push(KeyCode.M);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        Partition split = new Partition("split 1", List.of(group("split 1", ONE, TWO), group("rest", THREE)), false);
        until(() -> !testnet.commands().isEmpty());
        assertThat(lastPartition()).isEqualTo(split);
        publish(of -> inForce(of, split));
        until(() -> stage().getScene().lookup("#partition0") != null);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> testnet.commands().size() == 2);
        assertThat(testnet.commands().getLast()).isEqualTo(new TestnetCommand.Heal("split 1"));
    }

    @Test
    void aSideThatIsAGroupOfTheFileHasItsName() {
        select(TWO, THREE);
        assertThat(find("splitName", TextField.class).getPromptText()).isEqualTo("east");
        publish(of -> inForce(of, new Partition("east", List.of(EAST, WEST), false)));
        until(() -> find("splitName", TextField.class).getPromptText().equals("split 1"));
        assertThat(text("splitEffect")).isEqualTo("All links between them and the others are cut already.");
    }

    @Test
    void groupsOfTheFileAreTheSidesOfASplit() {
        robot.push(KeyCode.CONTROL, KeyCode.G);
        until(() -> robot.lookup("#splitDialogButton").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#splitGroup1").queryAs(ButtonBase.class).fire());
        assertThat(robot.lookup("#splitDialogButton").query().isDisabled())
                .as("one side")
                .isTrue();
        robot.interact(
                () -> robot.lookup("#splitRest").queryAs(ButtonBase.class).fire());
        robot.interact(
                () -> robot.lookup("#splitBackward").queryAs(ButtonBase.class).fire());
        assertThat(robot.lookup("#splitFormEffect").queryLabeled().getText()).isEqualTo("Splits rest → west.");
        robot.interact(() -> robot.lookup("#splitDialogButton").queryButton().fire());
        until(() -> !testnet.commands().isEmpty());
        assertThat(lastPartition()).isEqualTo(new Partition("west", List.of(group("rest", TWO, THREE), WEST), true));
    }

    @Test
    void theLinkSaysWhatCutsItAndHealsThat() {
        publish(of -> inForce(of, new Partition("storm", List.of(WEST, EAST), true)));
        selectLink("node1", "node2");
        until(() -> stage().getScene().lookup("#linkCut0") != null);
        assertThat(text("linkCut0")).isEqualTo("Cuts this link for 5 s: nothing passes from node1 to node2.");
        press("linkCut0Heal");
        assertThat(testnet.commands()).containsExactly(new TestnetCommand.Heal("storm"));
        publish(of -> PartitionFixtures.whole(of));
        until(() -> stage().getScene().lookup("#linkCut0") == null);
    }

    @Test
    void eachOfTheSelectedNodesIsStopped() {
        select(ONE, THREE);
        press("nodesStop");
        assertThat(testnet.commands())
                .containsExactly(new TestnetCommand.StopNode(ONE), new TestnetCommand.StopNode(THREE));
    }

    private static TestnetSnapshot inForce(TestnetSnapshot of, Partition partition) {
        List<LinkId> cut = of.links().stream()
                .map(LinkSnapshot::id)
                .filter(link -> !new Cut(partition).of(link).isEmpty())
                .toList();
        return PartitionFixtures.split(
                of, new PartitionSnapshot(partition, cut, of.epochNanos() - 5_000_000_000L), PropagationSnapshot.NONE);
    }

    private Partition lastPartition() {
        return testnet.commands().getLast() instanceof TestnetCommand.Split split
                ? split.partition()
                : new Partition("none", List.of(WEST, EAST), false);
    }

    private void select(NodeName... nodes) {
        robot.interact(() -> window().select(Selection.of(List.of(nodes))));
    }

    private void press(String id) {
        robot.interact(() -> find(id, ButtonBase.class).fire());
    }

    private static NodeGroup group(String name, NodeName... nodes) {
        return new NodeGroup(name, List.of(nodes));
    }
}
