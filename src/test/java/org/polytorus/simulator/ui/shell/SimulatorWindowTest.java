package org.polytorus.simulator.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TimeKind;
import org.polytorus.simulator.ui.controls.Quantities;
import org.polytorus.simulator.ui.dialogs.NewTestnet;
import org.polytorus.simulator.ui.events.EventsPane;
import org.polytorus.simulator.ui.graph.GraphLegend;
import org.polytorus.simulator.ui.graph.GraphView;
import org.testfx.util.WaitForAsyncUtils;

class SimulatorWindowTest extends WindowFixture {
    private static final double LOW_PIXELS = 640;

    @Test
    void anEmptyWindowSaysWhatToDoNext() {
        assertThat(isShown("startPage")).isTrue();
        assertThat(text("summaryHint")).startsWith("Open a testnet file or make a new testnet.");
        assertThat(find("stopAllButton", Node.class).isDisabled()).isTrue();
    }

    @Test
    void anEmptyWindowHasNothingToScroll() {
        robot.interact(() -> stage().setHeight(LOW_PIXELS));
        until(() -> stage().getScene().getHeight() <= LOW_PIXELS);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find("inspector", ScrollPane.class).lookupAll(".scroll-bar"))
                .isNotEmpty()
                .noneMatch(Node::isVisible);
    }

    @Test
    void openingShowsTheTestnetAndItsFigures() {
        open();
        assertThat(isShown("startPage")).isFalse();
        assertThat(stage().getTitle()).isEqualTo("Ring of 3 – PolyTorus testnet simulator");
        assertThat(text("statusLinks")).isEqualTo("3/3 links");
        assertThat(text("statusComponents")).isEqualTo("1 component");
        assertThat(text("statusTips")).isEqualTo("1 tip");
        press("clearFaultsButton");
        assertThat(testnet.commands()).containsExactly(new TestnetCommand.ClearFaults());
    }

    @Test
    void theLegendOpensAndClosesFromTheKeyboard() {
        open();
        GraphLegend legend = find("graph", GraphView.class).legend();
        robot.push(KeyCode.CONTROL, KeyCode.L);
        until(() -> legend.expandedProperty().get());
        robot.push(KeyCode.CONTROL, KeyCode.L);
        until(() -> !legend.expandedProperty().get());
    }

    @Test
    void problemsOfFilesAreShownInFullUntilDismissed() {
        services.loadAs(new Opened(null, List.of("a.toml:3: nodes: found 0, expected 1 to 1000")));
        robot.interact(() -> window().openFiles(List.of(Path.of("a.toml"))));
        until(() -> isShown("problemBar"));
        assertThat(find("problemText", TextInputControl.class).getText()).contains("found 0, expected 1 to 1000");
        press("dismissProblems");
        assertThat(isShown("problemBar")).isFalse();
    }

    @Test
    void aProblemOfTheRunningTestnetComesBackWhenThereIsAnother() {
        open();
        publish(of -> Pictures.withProblems(of, List.of("port 8001 is in use")));
        until(() -> isShown("problemBar"));
        press("dismissProblems");
        publish(of -> Pictures.withProblems(of, List.of("port 8001 is in use", "port 8002 is in use")));
        until(() -> isShown("problemBar"));
    }

    @Test
    void aTestnetWithoutGroupsSaysHowToSplitIt() {
        open();
        robot.push(KeyCode.CONTROL, KeyCode.G);
        until(() -> isShown("problemBar"));
        assertThat(find("problemText", TextInputControl.class).getText())
                .startsWith("This testnet names no groups to split by.")
                .contains("Ctrl+K", "[groups]");
        assertThat(testnet.commands()).isEmpty();
    }

    @Test
    void qualityOfServiceIsSwitchedInTheMenuAndTheMarkFollowsTheNodes() {
        open();
        until(() -> !menuMark("menuQuality"));
        // As the menu does it: the mark first, then the action.
        robot.interact(() -> {
            ((CheckMenuItem) menuItem("menuQuality")).setSelected(true);
            menuItem("menuQuality").fire();
        });
        assertThat(testnet.commands()).containsExactly(new TestnetCommand.SetQualityOfService(true));
        assertThat(menuMark("menuQuality")).isFalse();
        publish(of -> Pictures.withNode(
                of,
                "node1",
                node -> Pictures.withQuality(
                        node, new QualityStats(true, List.of(), QualityStats.OFF.counts()), null)));
        until(() -> menuMark("menuQuality"));
    }

    @Test
    void closingTheWindowEndsTheTestnetAwayFromTheFxThread() {
        open();
        robot.interact(() -> stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        until(() -> services.exits() == 1);
        assertThat(testnet.closes()).isEqualTo(1);
        assertThat(testnet.wasClosedOnFxThread()).isFalse();
        assertThat(stage().isShowing()).isFalse();
    }

    @Test
    void aNewTestnetIsMadeOnlyFromNumbersThatFitTogether() {
        press("newButton");
        robot.interact(() -> box("newShape").getSelectionModel().select(1));
        write("newNodes", "5");
        write("newDegree", "3");
        assertThat(robot.lookup("#createButton").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#newProblem").queryLabeled().getText()).isEqualTo("An odd number of ends.");
        write("newNodes", "6");
        robot.interact(() -> robot.lookup("#createButton").queryButton().fire());
        until(() -> !services.wishes().isEmpty());
        assertThat(services.wishes())
                .containsExactly(new NewTestnet("My testnet", FakeServices.REGULAR, 6, 3, 1, TimeKind.REAL));
        until(() -> text("statusNodes").startsWith("3/3"));
    }

    @Test
    void aDialogGrowsWithWhatItHasToSay() {
        press("newButton");
        Node create = robot.lookup("#createButton").query();
        write("newNodes", "99999");
        until(() -> robot.lookup("#newProblem").query().isVisible());
        double roomBelow = 8;
        until(() -> create.getScene().getHeight()
                > create.localToScene(create.getBoundsInLocal()).getMaxY() + roomBelow);
        Node message = robot.lookup("#newProblem").query();
        assertThat(create.localToScene(create.getBoundsInLocal()).getMinY())
                .isGreaterThan(message.localToScene(message.getBoundsInLocal()).getMaxY());
        robot.interact(() -> robot.lookup("#cancelButton").queryButton().fire());
    }

    @Test
    void eventsAreFilteredByTextAndKind() {
        open();
        NodeName node = new NodeName("node1");
        testnet.add(List.of(
                event(1, TestnetEvent.Kind.BLOCK_MINED, TestnetEvent.Severity.INFO, node, "mined block 1"),
                event(2, TestnetEvent.Kind.REORGANISATION, TestnetEvent.Severity.WARNING, node, "left 2 blocks"),
                event(3, TestnetEvent.Kind.NODE_STARTED, TestnetEvent.Severity.INFO, node, "listens")));
        robot.interact(() -> find("tabs", TabPane.class).getSelectionModel().select(1));
        until(() -> events().getItems().size() == 3);
        robot.interact(() -> find("eventsFilter", TextField.class).setText("BLOCK"));
        assertThat(events().getItems()).hasSize(2);
        robot.interact(() -> box("eventsKind").getSelectionModel().select(1));
        assertThat(events().getItems()).singleElement().returns("left 2 blocks", TestnetEvent::text);
        robot.interact(() -> find("eventsFilter", TextField.class).setText(""));
        robot.clickOn("left 2 blocks");
        assertThat(text("nodeTitle")).isEqualTo("node1");
    }

    @Test
    void theListOfEventsIsBounded() {
        open();
        testnet.add(notes(1, EventsPane.MAX_EVENTS));
        until(() -> events().getItems().size() == EventsPane.MAX_EVENTS);
        int last = 3 * EventsPane.MAX_EVENTS;
        testnet.add(notes(EventsPane.MAX_EVENTS + 1, last));
        until(() -> text("eventsCount").equals("2,000 events, 4,000 older forgotten"));
        assertThat(events().getItems()).hasSize(EventsPane.MAX_EVENTS);
        assertThat(events().getItems().getLast().sequence()).isEqualTo(last);
    }

    @Test
    void twoHundredNodesLeaveTheFxThreadFree() {
        open();
        selectNode("node1");
        publish(of -> Pictures.ring(200));
        until(() -> text("statusNodes").startsWith("200/200"));
        PulseCounter pulses = new PulseCounter();
        robot.interact(pulses::start);
        // Every picture is taken in before the next comes, and further pulses follow each: nothing piles up.
        for (int i = 1; i <= 20; i++) {
            int step = i;
            long before = pulses.count.get();
            publish(of -> Pictures.withTraffic(of, step));
            until(() -> pulses.count.get() >= before + 3);
        }
        String sent =
                Quantities.exact(testnet.snapshot().nodes().getFirst().stats().messagesSent());
        until(() -> text("stat_messages_sent").equals(sent));
        robot.interact(pulses::stop);
    }

    private static List<TestnetEvent> notes(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> event(i, TestnetEvent.Kind.NOTE, TestnetEvent.Severity.INFO, null, "note " + i))
                .toList();
    }

    private static final class PulseCounter extends AnimationTimer {
        private final AtomicLong count = new AtomicLong();

        @Override
        public void handle(long nanos) {
            count.incrementAndGet();
        }
    }

    private static TestnetEvent event(
            long sequence,
            TestnetEvent.Kind kind,
            TestnetEvent.Severity severity,
            @Nullable NodeName node,
            String text) {
        return Pictures.event(sequence, kind, severity, node, null, text);
    }

    @SuppressWarnings("unchecked")
    private ListView<TestnetEvent> events() {
        return find("eventsList", ListView.class);
    }

    private boolean menuMark(String id) {
        return ((CheckMenuItem) menuItem(id)).isSelected();
    }

    private MenuItem menuItem(String id) {
        return find("menuBar", MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private ComboBox<?> box(String id) {
        return robot.lookup("#" + id).queryComboBox();
    }

    private void press(String id) {
        robot.interact(() -> find(id, ButtonBase.class).fire());
    }

    private void write(String id, String text) {
        robot.interact(() -> robot.lookup("#" + id).queryTextInputControl().setText(text));
    }
}
