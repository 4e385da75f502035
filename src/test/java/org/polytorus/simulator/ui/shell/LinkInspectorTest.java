package org.polytorus.simulator.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.LinkFidelity;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;

class LinkInspectorTest extends WindowFixture {
    private static final LinkId LINK = Pictures.id("node1", "node2");

    @BeforeEach
    void selectTheLink() {
        open();
        selectLink("node1", "node2");
    }

    @Test
    void droppingAsksTheTestnetAndTheWindowShowsWhatTheSnapshotSays() {
        robot.clickOn("#dropButton");
        assertThat(testnet.commands()).containsExactly(new TestnetCommand.DropLink(LINK));
        assertThat(text("linkState")).isEqualTo("Connected");
        publish(of -> Pictures.withLink(of, LINK, link -> Pictures.inState(link, LinkSnapshot.State.DROPPED)));
        until(() -> text("linkState").equals("Dropped"));
        until(() -> text("statusLinks").equals("2/3 links"));
        robot.clickOn("#restoreButton");
        assertThat(testnet.commands()).last().isEqualTo(new TestnetCommand.RestoreLink(LINK));
    }

    @Test
    void aRefusalIsToldBesideTheButton() {
        testnet.answerWith(command -> CommandResult.refused("node2 is stopped; start it first."));
        robot.clickOn("#measureButton");
        until(() -> text("linkRefusal").equals("node2 is stopped; start it first."));
        assertThat(isShown("linkRefusal")).isTrue();
    }

    @Test
    void aLatencyWrittenIntoTheFieldIsSentWithEnter() {
        robot.clickOn("#latencyFieldAtoB").write("250").type(KeyCode.ENTER);
        assertThat(testnet.commands())
                .containsExactly(new TestnetCommand.SetConditions(LINK, Direction.A_TO_B, Pictures.latency(250)));
    }

    @Test
    void aRarerFaultIsAskedForUnderMoreFaultsAndItsResultStandsBesideIt() {
        robot.clickOn("#moreFaultsAtoB > .title");
        robot.clickOn("#duplicationAtoB").write("25").type(KeyCode.ENTER);
        LinkConditions wished = LinkConditions.NONE.but().duplication(0.25).build();
        assertThat(testnet.commands())
                .containsExactly(new TestnetCommand.SetConditions(LINK, Direction.A_TO_B, wished));

        publish(of -> Pictures.withLink(
                of,
                LINK,
                link -> Pictures.treated(
                        link,
                        wished,
                        new LinkFidelity(200, 0, 0, 0, 48, 0, 0, -1, 0, -1, -1, 0, 0, 0, 0, 0, 0, -1, -1))));

        until(() -> text("measuredduplicationAtoB").equals("24.0 %"));
    }

    @Test
    void aLatencyThatIsNoNumberInRangeSendsNothingAndSaysWhy() {
        robot.clickOn("#latencyFieldAtoB").write("60001").type(KeyCode.ENTER);
        assertThat(testnet.commands()).isEmpty();
        assertThat(text("latencyProblemAtoB"))
                .isEqualTo("The latency is a number from 0 to 60000 ms; found \"60001\".");
        robot.type(KeyCode.ESCAPE);
        assertThat(find("latencyFieldAtoB", TextField.class).getText()).isEqualTo("0");
        assertThat(isShown("latencyProblemAtoB")).isFalse();
    }

    @Test
    void bothDirectionsAreChangedTogetherIfWanted() {
        robot.interact(() -> find("bothDirections", CheckBox.class).setSelected(true));
        robot.interact(() -> find("blackHoleBtoA", CheckBox.class).fire());
        LinkConditions hole = LinkConditions.NONE.withBlackHole(true);
        assertThat(testnet.commands())
                .containsExactlyInAnyOrder(
                        new TestnetCommand.SetConditions(LINK, Direction.A_TO_B, hole),
                        new TestnetCommand.SetConditions(LINK, Direction.B_TO_A, hole));
    }

    @Test
    void controlsFollowTheSnapshot() {
        publish(of -> Pictures.withLink(
                of, LINK, link -> Pictures.withConditions(link, Pictures.latency(200), LinkConditions.NONE)));
        until(() -> find("latencyFieldAtoB", TextField.class).getText().equals("200"));
        assertThat(find("latencySliderAtoB", Slider.class).getValue()).isEqualTo(200);
        assertThat(text("measuredDelayAtoB")).isEqualTo("200 ms");
        assertThat(testnet.commands()).isEmpty();
    }

    @Test
    void manyChangesOfTheSliderBecomeFewCommandsAndTheLastOneWins() {
        robot.interact(() -> {
            for (int millis = 1; millis <= 100; millis++) {
                find("latencySliderAtoB", Slider.class).setValue(millis);
            }
        });
        TestnetCommand last = new TestnetCommand.SetConditions(LINK, Direction.A_TO_B, Pictures.latency(100));
        until(() -> testnet.commands().contains(last));
        assertThat(testnet.commands()).hasSize(2).last().isEqualTo(last);
    }

    @Test
    void anUpdateKeepsFocusAndControls() {
        Node field = find("latencyFieldAtoB", Node.class);
        robot.clickOn("#latencyFieldAtoB");
        until(field::isFocused);
        robot.write("12");
        publish(of -> Pictures.withLink(of, LINK, link -> Pictures.inState(link, LinkSnapshot.State.CONNECTING)));
        until(() -> text("linkState").equals("Connecting"));
        assertThat(find("latencyFieldAtoB", TextField.class)).isSameAs(field).returns("12", TextField::getText);
        assertThat(field.isFocused()).isTrue();
    }
}
