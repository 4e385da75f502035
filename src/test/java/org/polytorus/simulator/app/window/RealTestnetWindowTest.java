package org.polytorus.simulator.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.ui.graph.Selection;

/** The main job as a person does it: a real testnet in the window, driven by mouse and keys, without a display. */
final class RealTestnetWindowTest extends RealWindowFixture {
    private static final LinkId LINK = LinkId.of(new NodeName("node1"), new NodeName("node2"));

    @BeforeEach
    void openTheSample() {
        openOnSockets("three-nodes.toml");
    }

    @Test
    void aLinkIsDroppedAndRestoredAndTheWindowShowsWhatTheTestnetDid() {
        until(() -> text("statusLinks").equals("3/3 links"));
        robot.interact(() -> window().select(new Selection.OfLink(LINK)));
        assertThat(text("linkState")).isEqualTo("Connected");

        robot.clickOn("#dropButton");
        until(() -> link().state() == LinkSnapshot.State.DROPPED);
        until(() -> text("linkState").equals("Dropped"));
        until(() -> text("statusLinks").equals("2/3 links"));
        assertThat(snapshot().components()).as("node3 still joins the two").hasSize(1);

        robot.clickOn("#restoreButton");
        until(() -> link().state() == LinkSnapshot.State.CONNECTED);
        until(() -> text("linkState").equals("Connected"));
        until(() -> text("statusLinks").equals("3/3 links"));
    }

    @Test
    void aLatencyThatIsTypedInIsMeasuredOnTheLink() {
        until(() -> text("statusLinks").equals("3/3 links"));
        robot.interact(() -> window().select(new Selection.OfLink(LINK)));
        robot.clickOn("#latencyFieldAtoB").write("150").type(KeyCode.ENTER);
        until(() -> link().aToB().requested().latency().toMillis() == 150);
        until(() -> link().aToB().roundTripNanos() >= 150_000_000L);
        assertThat(find("latencyFieldAtoB", TextField.class).getText()).isEqualTo("150");
        until(() -> text("measuredDelayAtoB").startsWith("15"));
    }

    @Test
    void closingTheWindowEndsEverySocketAndThread() {
        until(() -> text("statusNodes").equals("3/3 nodes"));
        closeTheWindow();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneSatisfy(thread -> assertThat(thread.getName()).startsWith("testnet-"));
    }

    private LinkSnapshot link() {
        return snapshot().links().stream()
                .filter(link -> link.id().equals(LINK))
                .findFirst()
                .orElseThrow();
    }
}
