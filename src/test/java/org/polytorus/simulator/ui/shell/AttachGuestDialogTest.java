package org.polytorus.simulator.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.GuestSpec;
import org.polytorus.simulator.testnet.TestnetCommand;

class AttachGuestDialogTest extends WindowFixture {

    @BeforeEach
    void openTheDialog() {
        open();
        robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
        until(() -> !robot.lookup("#attachDialog").queryAll().isEmpty());
    }

    @Test
    void enterAttachesAProgramThatTheChosenNodesDial() {
        write("attachName", "rusty");
        write("attachAddress", "127.0.0.1:9333");
        robot.clickOn("#attachNode-node2");
        robot.type(KeyCode.ENTER);
        until(this::isClosed);
        assertThat(testnet.commands())
                .containsExactly(new TestnetCommand.AttachGuest(new GuestSpec(
                        new NodeName("rusty"),
                        Endpoint.loopback(9333),
                        List.of(new NodeName("node1"), new NodeName("node2")))));
    }

    @Test
    void aProgramThatDialsInIsToldWhereOurNodesListen() {
        robot.clickOn("#attachDialsIn");
        Endpoint first = testnet.snapshot().nodes().getFirst().address();
        assertThat(field("attachAddresses").getText()).startsWith("node1  " + first + "\nnode2  ");
        robot.clickOn("#attachButton");
        until(this::isClosed);
        assertThat(testnet.commands()).containsExactly(new TestnetCommand.AttachGuest(GuestSpec.expected("external1")));
    }

    @Test
    void whatIsWrongIsToldBesideItsFieldAndCannotBeAttached() {
        write("attachName", "node1");
        write("attachAddress", "localhost");
        robot.clickOn("#attachNode-node1");
        assertThat(label("attachNameProblem")).isEqualTo("The name is taken by another node or guest. Choose another.");
        assertThat(label("attachAddressProblem"))
                .isEqualTo("An IP address with a port, such as 127.0.0.1:8333 (names are not resolved).");
        assertThat(label("attachNodesProblem")).isEqualTo("Choose at least one node that dials it.");
        assertThat(robot.lookup("#attachButton").query().isDisabled()).isTrue();
        robot.type(KeyCode.ESCAPE);
        until(this::isClosed);
        assertThat(testnet.commands()).isEmpty();
    }

    @Test
    void anAddressOfOneOfOurNodesIsRefusedAtOnce() {
        write("attachAddress", testnet.snapshot().nodes().getLast().address().toString());
        assertThat(label("attachAddressProblem")).startsWith("There listens node3, a node of this testnet.");
    }

    @Test
    void aRefusalOfTheTestnetIsToldInTheDialogWhichStays() {
        testnet.answerWith(command -> CommandResult.refused("This testnet has 100 guests already."));
        robot.clickOn("#attachButton");
        until(() -> label("attachRefusal").equals("This testnet has 100 guests already."));
        assertThat(isClosed()).isFalse();
        robot.type(KeyCode.ESCAPE);
        until(this::isClosed);
    }

    private void write(String id, String text) {
        robot.interact(() -> field(id).setText(text));
    }

    private TextInputControl field(String id) {
        return robot.lookup("#" + id).queryTextInputControl();
    }

    private String label(String id) {
        return ((Labeled) robot.lookup("#" + id).<Node>query()).getText();
    }

    private boolean isClosed() {
        return robot.lookup("#attachDialog").queryAll().isEmpty();
    }
}
