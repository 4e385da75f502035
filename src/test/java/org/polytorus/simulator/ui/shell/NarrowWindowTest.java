package org.polytorus.simulator.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Toggle;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Counter;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.testnet.Altered;
import org.testfx.util.WaitForAsyncUtils;

/** In the narrowest window nothing is cut off that one needs to tell things apart. */
final class NarrowWindowTest extends WindowFixture {
    private static final double LEAST_WIDTH = 900;

    @BeforeEach
    void openInANarrowWindow() {
        open();
        robot.interact(() -> stage().setWidth(LEAST_WIDTH));
        until(() -> Math.abs(stage().getScene().getWidth() - LEAST_WIDTH) < 1);
    }

    @Test
    void theTitlesOfAllChartsAreReadableAndDifferent() {
        // A second and a tenth later: as many characters as a rate can have.
        counted(new NetworkStats(219, 1_600, 13_530, 13_530, 1_152_300, 1_152_300, 13_530, 13_530));
        until(() -> text("value_bytes_sent").endsWith(" KiB/s"));
        List<Label> heads = new ArrayList<>();
        for (Counter counter : Counter.values()) {
            heads.add(find("title_" + counter.text(), Label.class));
            heads.add(find("value_" + counter.text(), Label.class));
        }
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(heads).allMatch(NarrowWindowTest::isWhole);
        assertThat(heads.stream().map(Label::getText).filter(text -> Character.isLetter(text.charAt(0))))
                .hasSize(Counter.values().length)
                .doesNotHaveDuplicates()
                .contains("B out", "B in");
    }

    @Test
    void theMouseOverAChartMovesNothing() {
        counted(new NetworkStats(3, 4, 50, 50, 5_000, 5_000, 5, 5));
        until(() -> text("value_bytes_sent").endsWith("KiB/s"));
        Node chart = find("chart_" + Counter.BYTES_SENT.text(), Node.class);
        Bounds before = onScreen(chart);
        robot.moveTo(chart);
        until(() -> text("value_bytes_sent").equals("0 B/s"));
        assertThat(onScreen(chart)).isEqualTo(before);
    }

    /** So much more than in the first picture, which had a sample of its own. */
    private void counted(NetworkStats more) {
        publish(of ->
                Altered.copy(of, "totals", of.totals().plus(more), "epochNanos", of.epochNanos() + 1_000_000_000L));
    }

    @Test
    void howeverMuchTheStatusLineHasToSayTheWindowIsNotPushedAside() {
        publish(of -> Pictures.withTraffic(Altered.copy(Pictures.ring(1_000), "overflowed", 123_456L), 9));
        until(() -> text("statusNodes").equals("1000/1000"));
        assertThat(text("statusOverflow")).isEqualTo("123 k");
        for (String part : List.of("statusBar", "graphSplit", "inspectorSplit", "openButton")) {
            assertThat(onScreen(find(part, Node.class)).getMinX()).as(part).isGreaterThanOrEqualTo(0);
        }
        assertThat(onScreen(find("statusBytes", Node.class)).getMaxX()).isLessThanOrEqualTo(LEAST_WIDTH);
        assertThat(onScreen(find("inspectorSplit", Node.class)).getMaxX()).isLessThanOrEqualTo(LEAST_WIDTH);
    }

    @Test
    void theButtonOfANewTestnetStaysUnderThePointerWhenTheTimeIsChosen() {
        robot.interact(() -> find("newButton", ButtonBase.class).fire());
        Node create = robot.lookup("#createButton").query();
        until(() ->
                create.getScene().getWindow().isShowing() && onScreen(create).getMinY() > 0);
        Bounds before = onScreen(create);
        robot.interact(() -> ((Toggle) robot.lookup("#newVirtualTime").query()).setSelected(true));
        until(() -> robot.lookup("#newVirtualTimeHint").query().isVisible());
        until(() -> isWrappedWhole(robot.lookup("#newVirtualTimeHint").queryLabeled()));
        assertThat(robot.lookup("#newRealTimeHint").query().isVisible()).isFalse();
        assertThat(onScreen(create)).isEqualTo(before);
        robot.interact(() -> robot.lookup("#cancelButton").queryButton().fire());
    }

    private static Bounds onScreen(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    private static boolean isWhole(Labeled label) {
        return shown(label).equals(label.getText());
    }

    private static boolean isWrappedWhole(Labeled label) {
        return shown(label).replaceAll("\\s", "").equals(label.getText().replaceAll("\\s", ""));
    }

    /** What stands on the screen, with an ellipsis where it is cut. */
    private static String shown(Labeled label) {
        return label.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText())
                .findFirst()
                .orElse("");
    }
}
