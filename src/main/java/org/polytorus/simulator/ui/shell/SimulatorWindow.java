package org.polytorus.simulator.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetFactory;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.TimeKind;
import org.polytorus.simulator.testnet.VirtualTime;
import org.polytorus.simulator.ui.controls.Moments;
import org.polytorus.simulator.ui.dialogs.AttachGuestDialog;
import org.polytorus.simulator.ui.dialogs.NewTestnetDialog;
import org.polytorus.simulator.ui.dialogs.TextDialog;
import org.polytorus.simulator.ui.graph.Selection;
import org.polytorus.simulator.ui.time.Motion;
import org.polytorus.simulator.ui.time.TimeControl;

/**
 * The window of the program. Every method belongs to the FX thread and returns at once: testnets start and end in the
 * background. Closing the window ends its testnet, then {@link WindowServices#exit} is called.
 */
public final class SimulatorWindow {
    private static final String TITLE = "PolyTorus testnet simulator";
    private static final double FIRST_WIDTH = 1_280;
    private static final double FIRST_HEIGHT = 820;
    /** The title that the desktop adds, with some room. */
    private static final double FRAME = 40;

    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    private final Stage stage;
    private final WindowServices services;
    private final Background background = new Background();
    private final Session session;
    private final Layout layout;
    private final SplitDesk splits;
    private final FrameGate gate = new FrameGate(new News());
    private final Actions.State state = new Actions.State();
    private final TimeControl time = new TimeControl();
    private final Hosts hosts;
    /** What was opened last, to be started again. */
    private @Nullable TestnetSpec spec;

    private boolean closing;

    /** A window whose testnets all come from one factory, whatever time they are to live in. */
    public SimulatorWindow(Stage stage, TestnetFactory factory, WindowServices services) {
        this(stage, new Hosts(factory, factory), services);
    }

    public SimulatorWindow(Stage stage, Hosts hosts, WindowServices services) {
        this.stage = stage;
        this.hosts = hosts;
        this.services = services;
        session = new Session(background, new Life());
        splits = new SplitDesk(stage, session, this::showProblem);
        layout = new Layout(new Wishes(), session);
        splits.workOn(layout);
        Theme.apply(false);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(
                layout, Math.min(FIRST_WIDTH, screen.getWidth()), Math.min(FIRST_HEIGHT, screen.getHeight() - FRAME));
        Theme.style(scene);
        stage.setScene(scene);
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setTitle(TITLE);
        stage.setOnCloseRequest(this::closeRequested);
        layout.onFilesDropped(files -> openFilesIfWanted(files, TimeKind.REAL));
        state.dark().subscribe(dark -> {
            Theme.apply(dark);
            layout.setDark(dark);
        });
    }

    /** Shows the window, which begins to look at its testnet. */
    public void show() {
        stage.show();
        gate.start();
    }

    /** Switches the theme, as the menu does. */
    public void setDark(boolean dark) {
        state.dark().set(dark);
    }

    /** Starts a testnet on sockets in the place of the one that is open, if any. */
    public void open(TestnetSpec spec) {
        open(spec, TimeKind.REAL);
    }

    /** Starts a testnet in the place of the one that is open, if any; or tells why it cannot live in that time. */
    public void open(TestnetSpec wanted, TimeKind kind) {
        open(new Opened(wanted, List.of()), kind);
    }

    /** The same, if there is a testnet, and shows the notes on it. */
    public void open(Opened opened, TimeKind kind) {
        List<String> problems = new ArrayList<>(opened.problems());
        if (opened.spec() != null && !closing) {
            Opened suited = services.suited(opened.spec(), kind);
            problems.addAll(suited.problems());
            if (suited.spec() != null) {
                spec = suited.spec();
                session.open(suited.spec(), hosts.of(kind));
            }
        }
        layout.problems().showFromFiles(problems);
    }

    /** Reads files that make one testnet together and starts it on sockets; their problems are shown. */
    public void openFiles(List<Path> files) {
        openFiles(files, TimeKind.REAL);
    }

    private void openFiles(List<Path> files, TimeKind kind) {
        session.work(
                "Reading…", "The files could not be read", () -> services.load(files), opened -> open(opened, kind));
    }

    /** Ends the testnet and then the window; returns before that is done. */
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        session.close(() -> {
            gate.stop();
            background.end();
            stage.hide();
            services.exit();
        });
    }

    private void closeRequested(WindowEvent event) {
        // The window stays until the testnet's sockets are closed, and says that it waits for them.
        event.consume();
        close();
    }

    private void openFilesIfWanted(List<Path> files, TimeKind kind) {
        if (!files.isEmpty() && mayReplace()) {
            openFiles(files, kind);
        }
    }

    private void showProblem(String problem) {
        layout.problems().showFromFiles(List.of(problem));
    }

    private boolean mayReplace() {
        return !session.isOpen()
                || services.confirm(stage, "This ends the running testnet, its chains and counters. Go on?");
    }

    /** What menu and toolbar start. */
    private final class Wishes implements Actions {
        @Override
        public void openFiles() {
            openFilesIfWanted(services.chooseFiles(stage), TimeKind.REAL);
        }

        @Override
        public void openInVirtualTime() {
            openFilesIfWanted(services.chooseFiles(stage), TimeKind.VIRTUAL);
        }

        @Override
        public void startAgainInOtherTime() {
            TestnetSpec again = spec;
            TimeKind other = time.presentProperty().get() ? TimeKind.REAL : TimeKind.VIRTUAL;
            if (again == null || !session.isOpen()) {
                return;
            }
            if (services.suited(again, other).spec() == null || mayReplace()) {
                open(again, other);
            }
        }

        @Override
        public TimeControl time() {
            return time;
        }

        @Override
        public void newTestnet() {
            NewTestnetDialog.show(stage, services.shapes(), services::problem, wish -> {
                if (mayReplace()) {
                    session.work(
                            "Laying out the testnet…",
                            "The testnet could not be made",
                            () -> services.generate(wish),
                            opened -> open(opened, wish.time()));
                }
            });
        }

        @Override
        public void closeTestnet() {
            if (session.isOpen() && mayReplace()) {
                session.close(() -> {});
            }
        }

        @Override
        public void quit() {
            close();
        }

        @Override
        public void command(TestnetCommand command) {
            session.submit(command, result -> {
                if (!result.done()) {
                    layout.problems().showFromFiles(List.of(result.message()));
                }
            });
        }

        @Override
        public void attachGuest() {
            TestnetSnapshot latest = session.latest();
            if (latest != null) {
                AttachGuestDialog.show(
                        stage,
                        latest,
                        (guest, answer) -> session.submit(new TestnetCommand.AttachGuest(guest), answer));
            }
        }

        @Override
        public Splits splits() {
            return splits;
        }

        @Override
        public void fit() {
            layout.graph().fit();
        }

        @Override
        public void showTab(int index) {
            layout.showTab(index);
        }

        @Override
        public void showAbout() {
            TextDialog.showAbout(stage, services.version());
        }

        @Override
        public void showKeys() {
            TextDialog.showKeys(stage);
        }

        @Override
        public State state() {
            return state;
        }
    }

    /** What happens to the testnet as a whole. */
    private final class Life implements Session.Listener {
        @Override
        public void began(String what) {
            state.busy().set(state.busy().get() + 1);
            layout.showBusy(what);
        }

        @Override
        public void ended() {
            state.busy().set(state.busy().get() - 1);
            if (state.busy().get() == 0) {
                layout.hideBusy();
            }
        }

        @Override
        public void changed(@Nullable Testnet testnet) {
            layout.clear();
            state.open().set(testnet != null);
            state.traffic().set(true);
            layout.setGroups(session.groups());
            splits.update(testnet == null ? null : testnet.snapshot());
            VirtualTime virtual = testnet == null ? null : testnet.virtualTime().orElse(null);
            time.watch(virtual);
            layout.setMoments(Moments.of(virtual == null ? null : virtual.now()));
            stage.setTitle(testnet == null ? TITLE : title(testnet.snapshot().name(), virtual != null));
            gate.watch(testnet);
        }

        private static String title(String name, boolean virtual) {
            return name + (virtual ? " – virtual time" : "") + " – " + TITLE;
        }

        @Override
        public void failed(String problem) {
            layout.problems().showFromFiles(List.of(problem));
        }
    }

    /** What the frame gate saw. */
    private final class News implements FrameGate.Listener {
        @Override
        public void snapshot(TestnetSnapshot snapshot) {
            state.mining().set(snapshot.nodes().stream().anyMatch(NodeSnapshot::mining));
            state.quality()
                    .set(snapshot.nodes().stream()
                            .anyMatch(node -> node.quality().enabled()));
            splits.update(snapshot);
            layout.update(snapshot);
        }

        @Override
        public void events(List<TestnetEvent> events) {
            layout.add(events);
        }

        @Override
        public boolean wantsFlights() {
            return Motion.isDrawn(time.clockProperty().get());
        }

        @Override
        public void flights(List<MessageFlight> flights) {
            layout.graph()
                    .addFlights(Motion.onScreen(flights, time.clockProperty().get()));
        }

        @Override
        public void frame(long nanos) {
            time.frame();
            layout.graph().pulse(time.motion().frame(nanos, time.clockProperty().get()));
            layout.inspector().pulse(nanos);
        }
    }

    /** Selects in graph, inspector and charts at once, as a click in the graph does. */
    public void select(Selection selection) {
        layout.graph().selectionProperty().set(selection);
    }
}
