package org.polytorus.simulator.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;

class GuestInspectorTest extends WindowFixture {
    private static final NodeName RUSTY = new NodeName("rusty");
    private static final PeerId ID = PeerId.parse("3f2a91c0-0000-4000-8000-000000000001");

    @BeforeEach
    void selectTheGuest() {
        open();
        publish(of ->
                Pictures.withGuest(of, new GuestSnapshot(RUSTY, null, ID, "full_node", 7, of.epochNanos()), "node1"));
        until(() -> text("summaryGuests").equals("1"));
        selectNode("rusty");
    }

    @Test
    void aGuestIsShownWithWhatIsKnownOfIt() {
        assertThat(text("guestTitle")).isEqualTo("rusty");
        assertThat(text("guestState")).isEqualTo("Connected");
        assertThat(text("guestAddress")).isEqualTo("it dials in");
        assertThat(text("guestId")).isEqualTo(ID.toString());
        assertThat(text("guestType")).isEqualTo("full_node");
        assertThat(text("guestHeight")).isEqualTo("7");
    }

    @Test
    void whileItIsAwaitedItsPaneSaysWhereToDial() {
        assertThat(text("guestSentence")).doesNotContain("listens at");
        publish(of -> Altered.copy(
                Pictures.withLink(
                        of, Pictures.id("node1", "rusty"), link -> Pictures.inState(link, LinkSnapshot.State.DOWN)),
                "guests",
                List.of(new GuestSnapshot(RUSTY, null, null, "", 0, -1))));
        until(() -> text("guestState").equals("Expected"));
        assertThat(text("guestSentence")).endsWith("node1 listens at 127.0.0.1:8000.");
    }

    @Test
    void itsLinkIsDroppedAndRestoredFromItsPane() {
        robot.clickOn("#guestDrop-node1");
        assertThat(testnet.commands()).containsExactly(new TestnetCommand.DropLink(Pictures.id("node1", "rusty")));
        publish(of -> Pictures.withLink(
                of, Pictures.id("node1", "rusty"), link -> Pictures.inState(link, LinkSnapshot.State.DROPPED)));
        until(() -> text("guestState").equals("Away"));
        robot.clickOn("#guestRestore-node1");
        assertThat(testnet.commands()).last().isEqualTo(new TestnetCommand.RestoreLink(Pictures.id("node1", "rusty")));
    }

    @Test
    void detachingAsksTheTestnet() {
        robot.clickOn("#detachButton");
        assertThat(testnet.commands()).containsExactly(new TestnetCommand.DetachGuest(RUSTY));
    }
}
