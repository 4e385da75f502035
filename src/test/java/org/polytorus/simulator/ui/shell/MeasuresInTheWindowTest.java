package org.polytorus.simulator.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.ui.graph.Emphasis;
import org.polytorus.simulator.ui.graph.GraphView;
import org.polytorus.simulator.ui.graph.Selection;

/** The summary tells what the shape of the network is good for, and the graph shows its weak spots. */
final class MeasuresInTheWindowTest extends WindowFixture {

    @BeforeEach
    void openTestnet() {
        open();
    }

    @Test
    void aRingHasNoWeakSpotUntilOneOfItsLinksIsDropped() {
        until(() -> text("measureWeak").equals("none"));
        assertThat(text("measureDiameter")).isEqualTo("1 hop");
        assertThat(text("measureDegree")).isEqualTo("2.0 (2 to 2)");
        assertThat(text("measureClustering")).isEqualTo("1.00");
        dropALink();
        until(() -> text("measureWeak").equals("2 links, 1 node"));
        assertThat(text("measureDiameter")).isEqualTo("2 hops");
    }

    @Test
    void weakSpotsAreShownInTheGraphAndSelectedByAClick() {
        dropALink();
        until(() -> text("measureWeak").equals("2 links, 1 node"));
        robot.interact(() -> find("weakToggle", ButtonBase.class).fire());
        assertThat(graph().emphasisProperty().get())
                .isEqualTo(new Emphasis.WeakSpots(
                        List.of(Pictures.id("node1", "node3"), Pictures.id("node2", "node3")),
                        List.of(new NodeName("node3"))));
        robot.interact(() -> find("weakSpot2", ButtonBase.class).fire());
        assertThat(graph().selectionProperty().get()).isEqualTo(new Selection.OfNode(new NodeName("node3")));
        publish(of -> Pictures.withLink(
                of, Pictures.id("node1", "node2"), l -> Pictures.inState(l, LinkSnapshot.State.CONNECTED)));
        until(() -> graph().emphasisProperty().get().equals(new Emphasis.WeakSpots(List.of(), List.of())));
    }

    private void dropALink() {
        publish(of -> Pictures.withLink(
                of, Pictures.id("node1", "node2"), l -> Pictures.inState(l, LinkSnapshot.State.DROPPED)));
    }

    private GraphView graph() {
        return find("graph", GraphView.class);
    }
}
