package org.polytorus.simulator.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.MaskerPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.charts.ChartsPane;
import org.polytorus.simulator.ui.controls.Moments;
import org.polytorus.simulator.ui.events.EventsPane;
import org.polytorus.simulator.ui.graph.GraphView;
import org.polytorus.simulator.ui.graph.Selection;
import org.polytorus.simulator.ui.inspector.Commands;
import org.polytorus.simulator.ui.inspector.Inspector;
import org.polytorus.simulator.ui.inspector.Pointer;
import org.polytorus.simulator.ui.propagation.PropagationPane;
import org.polytorus.simulator.ui.time.TimeBar;

/** The parts of the window and where they lie: graph over charts and events at the left, the inspector at the right. */
final class Layout extends StackPane {
    private static final double INSPECTOR_PIXELS = 384;
    private static final double GRAPH_SHARE = 0.56;

    private final GraphView graph = new GraphView();
    private final ProblemBar problems = new ProblemBar();
    private final Inspector inspector;
    private final ChartsPane charts = new ChartsPane();
    private final EventsPane events = new EventsPane(graph.selectionProperty()::set);
    private final PropagationPane propagation = new PropagationPane(graph.emphasisProperty());
    private final StatusLine status = new StatusLine();
    private final TabPane tabs = new TabPane();
    private final MaskerPane busy = new MaskerPane();
    private List<GuestSnapshot> guests = List.of();

    Layout(Actions actions, Commands commands) {
        getStyleClass().add("shell");
        inspector = new Inspector(commands, new Pointer(graph.selectionProperty(), graph.emphasisProperty()));
        graph.setId("graph");
        graph.setMinSize(0, 0);
        graph.selectionProperty().addListener((property, before, now) -> selected(now));
        graph.legend().expandedProperty().bindBidirectional(actions.state().legend());
        busy.setId("busy");
        busy.setVisible(false);
        tabs.setId("tabs");
        tabs.getTabs()
                .setAll(
                        tab("chartsTab", "Charts", Feather.TRENDING_UP, charts),
                        tab("eventsTab", "Events", Feather.LIST, events),
                        tab("propagationTab", "Propagation", Feather.SHARE_2, propagation));
        charts.showingProperty().bind(tabs.getTabs().getFirst().selectedProperty());
        tabs.getTabs().get(1).selectedProperty().subscribe(events::shown);
        propagation.showingProperty().bind(tabs.getTabs().get(2).selectedProperty());
        BorderPane frame = new BorderPane(centre(actions));
        frame.setTop(
                new VBox(new ShellMenu(actions), new ShellToolBar(actions), new TimeBar(actions.time()), problems));
        frame.setBottom(status);
        // A part that needs more than the window has is cut itself, not the whole window.
        frame.setMinSize(0, 0);
        getChildren().addAll(frame, busy);
    }

    GraphView graph() {
        return graph;
    }

    ProblemBar problems() {
        return problems;
    }

    void update(TestnetSnapshot snapshot) {
        guests = snapshot.guests();
        graph.update(snapshot);
        inspector.update(snapshot);
        charts.update(snapshot);
        propagation.update(snapshot);
        status.update(snapshot, graph.thinnedProperty().get());
        problems.showFromTestnet(snapshot.problems());
    }

    /** Knows the named groups of the testnet that is shown. */
    void setGroups(List<NodeGroup> groups) {
        inspector.setGroups(groups);
    }

    Inspector inspector() {
        return inspector;
    }

    void add(List<TestnetEvent> added) {
        events.add(added);
        status.latest(added.getLast());
    }

    /** How times are written from now on. */
    void setMoments(Moments moments) {
        charts.setMoments(moments);
        events.setMoments(moments);
    }

    /** Forgets everything about the testnet that was shown. */
    void clear() {
        guests = List.of();
        graph.selectionProperty().set(Selection.NONE);
        graph.clear();
        inspector.clear();
        charts.clear();
        propagation.clear();
        events.clear();
        status.clear();
        problems.showFromTestnet(List.of());
    }

    void setDark(boolean dark) {
        graph.setDark(dark);
        charts.setDark(dark);
        propagation.setDark(dark);
    }

    void showTab(int index) {
        tabs.getSelectionModel().select(index);
        tabs.requestFocus();
    }

    void showBusy(String what) {
        busy.setText(what);
        busy.setVisible(true);
    }

    void hideBusy() {
        busy.setVisible(false);
    }

    void onFilesDropped(Consumer<List<Path>> action) {
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        setOnDragDropped(event -> action.accept(files(event)));
    }

    private static List<Path> files(DragEvent event) {
        event.setDropCompleted(true);
        return event.getDragboard().getFiles().stream().map(File::toPath).toList();
    }

    /** A guest's counters are its own affair: there is nothing to draw of them. */
    private boolean isGuest(NodeName name) {
        return guests.stream().anyMatch(guest -> guest.name().equals(name));
    }

    private void selected(Selection selection) {
        inspector.show(selection);
        switch (selection) {
            case Selection.OfNode(var node) -> charts.select(isGuest(node) ? null : node);
            case Selection.OfLink _, Selection.OfNodes _, Selection.Nothing _ -> charts.select(null);
        }
    }

    private SplitPane centre(Actions actions) {
        StackPane stage = new StackPane(graph, new StartPage(actions));
        stage.getStyleClass().add("graph-stage");
        stage.setMinSize(0, 0);
        graph.visibleProperty().bind(actions.state().open());
        SplitPane left = new SplitPane(stage, tabs);
        left.setId("graphSplit");
        left.setOrientation(Orientation.VERTICAL);
        left.setDividerPositions(GRAPH_SHARE);
        inspector.setMinWidth(INSPECTOR_PIXELS);
        SplitPane all = new SplitPane(left, inspector);
        all.setId("inspectorSplit");
        // A wider window gives its room to the graph.
        SplitPane.setResizableWithParent(inspector, false);
        all.setDividerPositions(1);
        return all;
    }

    private static Tab tab(String id, String text, Feather icon, Node content) {
        Tab tab = new Tab(text, content);
        tab.setId(id);
        tab.setGraphic(new FontIcon(icon));
        tab.setClosable(false);
        return tab;
    }
}
