package org.polytorus.simulator.ui.events;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.ui.controls.Moments;
import org.polytorus.simulator.ui.controls.Quantities;
import org.polytorus.simulator.ui.graph.Selection;

/**
 * What happened, newest at the bottom. Follows the newest unless the user has scrolled up. Every method belongs to the FX
 * thread.
 */
public final class EventsPane extends BorderPane {
    /** Older events are forgotten, and the header says so. */
    public static final int MAX_EVENTS = 2_000;

    private static final double ROW_PIXELS = 26;

    private final ObservableList<TestnetEvent> events = FXCollections.observableArrayList();
    private final FilteredList<TestnetEvent> shown = new FilteredList<>(events);
    private final ListView<TestnetEvent> list = new ListView<>(shown);
    private final TextField text = new TextField();
    private final ComboBox<EventFilter> group = new ComboBox<>();
    private final Label count = new Label();
    private final Label placeholder = new Label();
    private Moments moments = Moments.REAL;
    private long missed;
    private long lastSequence;
    private boolean following = true;
    private boolean touched;

    /** Tells {@code selected} the node or link of an event that the user picks. */
    public EventsPane(Consumer<Selection> selected) {
        setId("eventsPane");
        getStyleClass().add("events-pane");
        list.setId("eventsList");
        list.setAccessibleText("Events, newest last");
        list.setFixedCellSize(ROW_PIXELS);
        list.setCellFactory(ignored -> new EventCell(() -> moments));
        list.setPlaceholder(placeholder);
        list.addEventFilter(InputEvent.ANY, event -> touched = true);
        list.heightProperty().addListener((property, before, now) -> shown(true));
        // Not by listening to the selection: the list moves that by itself when old rows go.
        list.setOnMouseClicked(event -> select(selected));
        list.setOnKeyReleased(event -> select(selected));
        setTop(header());
        setCenter(list);
        refilter();
    }

    /** How the times of events are written. */
    public void setMoments(Moments written) {
        moments = written;
        list.refresh();
    }

    /** Adds events, oldest first. */
    public void add(List<TestnetEvent> added) {
        if (added.isEmpty()) {
            return;
        }
        noteScrolling();
        missed += Math.max(0, added.getFirst().sequence() - lastSequence - 1);
        lastSequence = added.getLast().sequence();
        int from = Math.max(0, added.size() - MAX_EVENTS);
        int overhang = events.size() + added.size() - from - MAX_EVENTS;
        if (overhang > 0) {
            events.remove(0, overhang);
        }
        events.addAll(added.subList(from, added.size()));
        missed += from + Math.max(0, overhang);
        describe();
        if (following) {
            scrollToEnd();
        }
    }

    /** The list comes into sight or goes out of it: what was added meanwhile is followed now. */
    public void shown(boolean inSight) {
        if (inSight && following) {
            list.layout();
            scrollToEnd();
        }
    }

    /** Forgets everything, for another testnet. */
    public void clear() {
        events.clear();
        missed = 0;
        lastSequence = 0;
        describe();
    }

    private HBox header() {
        text.setId("eventsFilter");
        text.setPromptText("Filter by text, node or link");
        text.setAccessibleText("Filter events by text");
        text.textProperty().addListener((property, before, now) -> refilter());
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(320);
        group.setId("eventsKind");
        group.setAccessibleText("Filter events by kind");
        group.getItems().setAll(EventFilter.values());
        group.setValue(EventFilter.ALL);
        group.setOnAction(event -> refilter());
        count.setId("eventsCount");
        count.getStyleClass().add("muted");
        HBox.setHgrow(count, Priority.ALWAYS);
        count.setMaxWidth(Double.MAX_VALUE);
        Button newest = new Button("Newest", new FontIcon(Feather.ARROW_DOWN));
        newest.setId("newestEventButton");
        newest.setTooltip(new Tooltip("Go to the newest event and follow again"));
        newest.setOnAction(event -> followAgain());
        HBox header = new HBox(8, text, group, count, newest);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("pane-header");
        return header;
    }

    private void refilter() {
        EventFilter filter = group.getValue();
        String wanted = text.getText();
        shown.setPredicate(event -> filter.shows(event, wanted));
        describe();
        followAgain();
    }

    private void describe() {
        String all = Quantities.plural(events.size(), "event");
        String some = shown.size() == events.size() ? all : Quantities.exact(shown.size()) + " of " + all;
        count.setText(missed == 0 ? some : some + ", " + Quantities.exact(missed) + " older forgotten");
        placeholder.setText(
                events.isEmpty()
                        ? "Nothing has happened yet. Links that come and go, blocks and refusals are listed here."
                        : "No event fits the filter.");
    }

    private void select(Consumer<Selection> selected) {
        TestnetEvent event = list.getSelectionModel().getSelectedItem();
        if (event == null) {
            return;
        }
        if (event.link() != null) {
            selected.accept(new Selection.OfLink(event.link()));
        } else if (event.node() != null) {
            selected.accept(new Selection.OfNode(event.node()));
        }
    }

    private void followAgain() {
        following = true;
        touched = false;
        scrollToEnd();
    }

    /** Only the user decides whether the newest is followed; a list that grows or shrinks does not. */
    private void noteScrolling() {
        if (touched) {
            following = isAtEnd();
            touched = false;
        }
    }

    private void scrollToEnd() {
        if (!shown.isEmpty()) {
            list.scrollTo(shown.size() - 1);
        }
    }

    private boolean isAtEnd() {
        return list.lookupAll(".scroll-bar").stream()
                .filter(node -> node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL)
                .map(ScrollBar.class::cast)
                .allMatch(bar -> !bar.isVisible() || bar.getValue() >= bar.getMax() - 1e-6);
    }
}
