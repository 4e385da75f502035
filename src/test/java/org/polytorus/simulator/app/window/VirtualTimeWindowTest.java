package org.polytorus.simulator.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.app.virtual.SimulatedTestnet;
import org.polytorus.simulator.config.TestnetFiles;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.Pace;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.TimeKind;
import org.polytorus.simulator.testnet.VirtualClock;

/** Virtual time as a person drives it: real nodes without sockets in the real window, without a display. */
final class VirtualTimeWindowTest extends RealWindowFixture {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void pausedClockStandsUntilOneSecondIsLetGo() {
        openThreeNodes();
        assertThat(stage().getTitle()).startsWith("Three nodes – virtual time – ");
        press("pauseButton");
        awaitPace(new Pace.Paused());
        until(() -> text("reachedPace").equals("stands still"));
        long before = clock().elapsedNanos();
        press("stepSecondButton");
        until(() -> clock().elapsedNanos() != before && testnet().snapshot().epochNanos() == clock().epochNanos());
        awaitElapsed(before + SECOND);
        press("stepSecondButton");
        awaitElapsed(before + 2 * SECOND);
        press("pauseButton");
        awaitPace(Pace.REAL_TIME);
    }

    @Test
    void keysPauseStepAndPace() {
        openThreeNodes();
        robot.interact(() -> find("graph", Node.class).requestFocus());
        robot.type(KeyCode.SPACE);
        awaitPace(new Pace.Paused());
        robot.type(KeyCode.PERIOD);
        until(() -> !text("timeNote").isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
        robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
        robot.type(KeyCode.SPACE);
        awaitPace(new Pace.Times(5));
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        awaitPace(new Pace.Times(2));
    }

    @Test
    void keysThatAreTypedIntoAFieldAreText() {
        openThreeNodes();
        robot.interact(() -> find("tabs", TabPane.class).getSelectionModel().select(1));
        robot.clickOn("#eventsFilter").write("a .b");
        assertThat(find("eventsFilter", TextField.class).getText()).isEqualTo("a .b");
        assertThat(clock().pace()).isEqualTo(Pace.REAL_TIME);
    }

    @Test
    void chosenSpeedIsThePaceOfTime() {
        openThreeNodes();
        ComboBox<?> speeds = find("speedChoice", ComboBox.class);
        robot.interact(() -> speeds.getSelectionModel().selectLast());
        awaitPace(new Pace.Unlimited());
        until(() -> text("timeNote").startsWith("Messages are drawn up to ×20"));
        until(() -> clock().elapsedNanos() > 20 * SECOND);
    }

    @Test
    void commandsOfPausedTimeShowAtOnceAndTheClockStands() {
        openThreeNodes();
        press("pauseButton");
        awaitPace(new Pace.Paused());
        long before = clock().elapsedNanos();
        press("stopAllButton");
        until(() -> text("statusNodes").equals("0/3 nodes"));
        assertThat(testnet().snapshot().nodes())
                .extracting(NodeSnapshot::state)
                .containsOnly(NodeSnapshot.State.STOPPED);
        assertThat(clock().elapsedNanos()).isEqualTo(before);
    }

    @Test
    void eventsTellTheTimeSinceTheBeginning() {
        openThreeNodes();
        robot.interact(() -> find("tabs", TabPane.class).getSelectionModel().select(1));
        until(() -> !find("eventsList", ListView.class).getItems().isEmpty());
        until(() -> robot.lookup("#eventsList .label").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.getText().startsWith("00:00:0")));
    }

    @Test
    void dialogMakesATestnetInVirtualTime() {
        press("newButton");
        robot.interact(() -> ((Toggle) robot.lookup("#newVirtualTime").query()).setSelected(true));
        robot.interact(() -> robot.lookup("#newNodes").queryTextInputControl().setText("1200"));
        robot.interact(() -> ((Toggle) robot.lookup("#newRealTime").query()).setSelected(true));
        assertThat(robot.lookup("#newProblem").queryLabeled().getText())
                .startsWith("On sockets at most 1,000 nodes fit");
        robot.interact(() -> ((Toggle) robot.lookup("#newVirtualTime").query()).setSelected(true));
        assertThat(robot.lookup("#createButton").query().isDisabled()).isFalse();
        robot.interact(() -> robot.lookup("#newNodes").queryTextInputControl().setText("99999"));
        assertThat(robot.lookup("#newProblem").queryLabeled().getText())
                .isEqualTo("The number of nodes is a whole number from 1 to 2000; found \"99999\".");
        assertThat(robot.lookup("#createButton").query().isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#newNodes").queryTextInputControl().setText("12"));
        robot.interact(() -> robot.lookup("#createButton").queryButton().fire());
        until(() -> isShown("timeBar"));
        until(() -> text("statusNodes").equals("12/12 nodes"));
    }

    @Test
    void testnetStartsAgainOnSocketsAndTheBarGoes() {
        openThreeNodes();
        robot.interact(() -> window().open(spec("three-nodes.toml")));
        until(() -> !isShown("timeBar"));
        until(() -> text("statusLinks").equals("3/3 links"));
        assertThat(stage().getTitle()).startsWith("Three nodes – PolyTorus");
        assertThat(menuText("menuStartAgain")).isEqualTo("Start again in _virtual time");
        assertThat(threads()).doesNotContain("virtual-time");
    }

    @Test
    void testnetWithAGuestIsRefusedWithTheReason() {
        robot.interact(() -> window().open(spec("external-guest.toml"), TimeKind.VIRTUAL));
        until(() -> isShown("problemBar"));
        assertThat(find("problemText", TextInputControl.class).getText())
                .contains("Programs that are not ours live in real time");
        assertThat(isShown("startPage")).isTrue();
    }

    @Test
    void closingTheWindowEndsTheThreadOfVirtualTime() {
        openThreeNodes();
        closeTheWindow();
        assertThat(threads()).doesNotContain("virtual-time");
    }

    private static TestnetSpec spec(String sample) {
        return Objects.requireNonNull(TestnetFiles.load(List.of(Path.of("sample-configs", sample)), false)
                .spec());
    }

    private void openThreeNodes() {
        robot.interact(() -> window().open(spec("three-nodes.toml"), TimeKind.VIRTUAL));
        until(() -> isShown("timeBar") && text("statusLinks").equals("3/3 links"));
    }

    private VirtualClock clock() {
        return ((SimulatedTestnet) testnet()).now();
    }

    private void awaitPace(Pace wanted) {
        until(() -> clock().pace().equals(wanted));
    }

    private void awaitElapsed(long nanos) {
        until(() -> clock().elapsedNanos() >= nanos);
        assertThat(clock().elapsedNanos()).isEqualTo(nanos);
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }

    private void press(String id) {
        robot.interact(() -> find(id, ButtonBase.class).fire());
    }

    private boolean isShown(String id) {
        return find(id, Node.class).isVisible();
    }

    private String menuText(String id) {
        return find("menuBar", MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .getText();
    }
}
