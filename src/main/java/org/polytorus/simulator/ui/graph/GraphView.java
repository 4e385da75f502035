package org.polytorus.simulator.ui.graph;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.fx.Palette;

/** Draws a testnet: what moves once per {@link #pulse}, what stands still only when it has changed. Belongs to the FX thread. */
public final class GraphView extends Region {
    private static final double MIN_WIDTH = 160;
    private static final double PREF_WIDTH = 640;
    private static final double PREF_HEIGHT = 480;
    private static final double OVERLAY_GAP = 10;
    /** About 2 ms of work for the layout in each frame. */
    private static final int PAIRS_PER_PULSE = 400_000;

    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(this, "selection", Selection.NONE);
    private final ReadOnlyLongWrapper thinned = new ReadOnlyLongWrapper(this, "thinned");
    private final ObjectProperty<Emphasis> emphasis = new SimpleObjectProperty<>(this, "emphasis", Emphasis.NONE);
    private final GraphLayers layers = new GraphLayers();
    private final Viewpoint viewpoint = new Viewpoint();
    private final LassoTool lasso = new LassoTool(this);
    private final GraphOverlay overlay = new GraphOverlay();
    private final GraphLegend legend = new GraphLegend();
    private final Dots dots = new Dots();
    private GraphLayout layout = new GraphLayout();
    private TipColours tipColours = new TipColours(Palette.LIGHT.tips().size());
    private Palette palette = Palette.LIGHT;
    private @Nullable TestnetSnapshot snapshot;
    private GraphScene scene = GraphScene.EMPTY;
    private Selection hovered = Selection.NONE;
    private long lastPulseNanos;

    public GraphView() {
        getStyleClass().add("graph-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleRoleDescription("Graph of the testnet");
        setAccessibleHelp(KeyInput.HELP);
        setMinSize(MIN_WIDTH, MIN_WIDTH);
        getChildren().addAll(layers.nodes());
        getChildren().addAll(overlay, legend);
        selection.subscribe(this::selectionChanged);
        emphasis.subscribe(this::redraw);
        legend.heightProperty().subscribe(viewpoint::follow);
        focusedProperty().subscribe(this::showFocus);
        MouseInput.install(this);
        KeyInput.install(this);
        setDark(false);
        describe();
    }

    /** What the user has picked by click or key, or the caller has set. */
    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /** What the picture explains besides the state of things, such as its weak spots. */
    public ObjectProperty<Emphasis> emphasisProperty() {
        return emphasis;
    }

    /** Whether the next drag draws a lasso around nodes; it is off again once one was drawn. */
    public BooleanProperty lassoProperty() {
        return lasso.armedProperty();
    }

    /** How many messages were not drawn because {@value Dots#MAX_DOTS} were on the screen, since the testnet opened. */
    public ReadOnlyLongProperty thinnedProperty() {
        return thinned.getReadOnlyProperty();
    }

    /** The explanation of the signs, in the lower left corner. */
    public GraphLegend legend() {
        return legend;
    }

    /** Takes a new picture; called for every new snapshot. A snapshot without any node of the last starts anew. */
    public void update(TestnetSnapshot next) {
        GraphScene before = scene;
        boolean sameTestnet = next.nodes().stream().anyMatch(node -> before.indexOf(node.name()) >= 0);
        if (!sameTestnet) {
            forget();
        }
        snapshot = next;
        GraphScene changed = GraphScene.of(next, tipColours);
        if (!changed.equals(scene)) {
            scene = changed;
            layout.setGraph(scene.names(), scene.ties());
            dots.setScene(scene);
            layers.stillChanged();
        }
        if (!sameTestnet) {
            fitAtOnce();
        }
        selection.set(scene.left(selection.get()));
        if (!scene.left(hovered).equals(hovered)) {
            unhover();
        }
        overlay.setTip(Describe.tip(next, hovered));
        describe();
        requestLayout();
    }

    /** Shows that no testnet is open. */
    public void clear() {
        forget();
        snapshot = null;
        scene = GraphScene.EMPTY;
        selection.set(Selection.NONE);
        describe();
        requestLayout();
    }

    /** Adds messages to the animation; the bound on moving dots is the view's. */
    public void addFlights(List<MessageFlight> flights) {
        dots.add(flights, lastPulseNanos);
        thinned.set(dots.thinned());
    }

    /** Moves what moves; called once per frame with the time of the pulse in nanoseconds. */
    public void pulse(long nanos) {
        lastPulseNanos = nanos;
        if (layout.advance(PAIRS_PER_PULSE)) {
            layers.stillChanged();
            viewpoint.follow();
        }
        if (viewpoint.advance(this::fitting)) {
            layers.stillChanged();
        }
        if (!dots.alive().isEmpty()) {
            layers.motionChanged();
        }
        dots.expire(nanos);
        draw();
    }

    /** Zooms and pans so that everything is seen, and keeps it so until the user moves the picture. */
    public void fit() {
        viewpoint.fit();
        requestLayout();
    }

    /** Follows the theme of the window. */
    public void setDark(boolean dark) {
        palette = Palette.of(dark);
        overlay.setPalette(palette);
        legend.setPalette(palette);
        showFocus();
        redraw();
    }

    LassoTool lasso() {
        return lasso;
    }

    GraphScene scene() {
        return scene;
    }

    Selection pick(double x, double y) {
        return Picker.at(frame(), x, y);
    }

    double screenX(NodeName node) {
        int place = scene.indexOf(node);
        return place < 0 ? getWidth() / 2 : viewpoint.camera().screenX(layout.x(place));
    }

    double screenY(NodeName node) {
        int place = scene.indexOf(node);
        return place < 0 ? getHeight() / 2 : viewpoint.camera().screenY(layout.y(place));
    }

    boolean isPinned(NodeName node) {
        int place = scene.indexOf(node);
        return place >= 0 && layout.isPinned(place);
    }

    void pinAt(NodeName node, double screenX, double screenY) {
        int place = scene.indexOf(node);
        if (place >= 0) {
            // Else the picture would move away under the mouse.
            viewpoint.hold();
            Camera camera = viewpoint.camera();
            layout.pin(place, camera.worldX(screenX), camera.worldY(screenY));
            redraw();
        }
    }

    void release(NodeName node) {
        int place = scene.indexOf(node);
        if (place >= 0) {
            layout.release(place);
            redraw();
        }
    }

    void panBy(double x, double y) {
        moveCamera(viewpoint.camera().pannedBy(x, y));
    }

    void zoomBy(double factor, double x, double y) {
        moveCamera(viewpoint.camera().zoomedAt(factor, x, y));
    }

    /** Brings a node that lies outside into the view. */
    void reveal(NodeName node) {
        double x = screenX(node);
        double y = screenY(node);
        if (x < 0 || y < 0 || x > getWidth() || y > getHeight()) {
            centreSelection();
        }
    }

    /** Brings what is selected to the middle; returns whether anything is. */
    boolean centreSelection() {
        return switch (selection.get()) {
            case Selection.Nothing nothing -> false;
            case Selection.OfNode picked -> centre(List.of(picked.node()));
            case Selection.OfLink picked ->
                centre(List.of(picked.link().a(), picked.link().b()));
            case Selection.OfNodes picked -> centre(picked.nodes());
        };
    }

    void hover(double x, double y) {
        pointAt(pick(x, y), x, y);
    }

    /** As if the mouse were over it: the keyboard's way to point at a node without selecting it. */
    void pointAt(NodeName node) {
        pointAt(new Selection.OfNode(node), screenX(node), screenY(node));
    }

    private void pointAt(Selection found, double x, double y) {
        if (!found.equals(hovered)) {
            hovered = found;
            pointingChanged();
        }
        overlay.setTip(snapshot == null ? "" : Describe.tip(snapshot, hovered));
        overlay.moveTip(x, y);
    }

    /** The lasso, or what is pointed at, is no longer as drawn. */
    void pointingChanged() {
        layers.motionChanged();
        requestLayout();
    }

    void unhover() {
        if (!(hovered instanceof Selection.Nothing)) {
            hovered = Selection.NONE;
            overlay.setTip("");
            pointingChanged();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return PREF_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return PREF_HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width != layers.width() || height != layers.height()) {
            resizeCanvases(width, height);
        }
        overlay.setEmpty(scene.nodes().isEmpty(), snapshot != null);
        overlay.resizeRelocate(0, 0, width, height);
        legend.setVisible(!scene.nodes().isEmpty());
        legend.setSpace(width - 2 * OVERLAY_GAP, height - 2 * OVERLAY_GAP);
        legend.autosize();
        legend.relocate(OVERLAY_GAP, Math.max(0, height - legend.getHeight() - OVERLAY_GAP));
        draw();
    }

    private void resizeCanvases(double width, double height) {
        double moreX = width - layers.width();
        double moreY = height - layers.height();
        layers.resize(width, height);
        if (viewpoint.isUsers()) {
            viewpoint.grow(moreX, moreY);
        } else {
            fitAtOnce();
        }
    }

    private void draw() {
        Pointing pointing = new Pointing(selection.get(), hovered, lasso.line());
        layers.draw(frame(), emphasis.get(), pointing, dots.alive(), lastPulseNanos);
    }

    private Frame frame() {
        return new Frame(scene, layout, viewpoint.camera(), palette);
    }

    private void forget() {
        layout = new GraphLayout();
        tipColours = new TipColours(palette.tips().size());
        dots.clear();
        thinned.set(0);
        unhover();
        emphasis.set(Emphasis.NONE);
        lasso.cancel();
        viewpoint.release();
        redraw();
    }

    private void redraw() {
        layers.stillChanged();
        requestLayout();
    }

    private void moveCamera(Camera moved) {
        viewpoint.move(moved);
        redraw();
    }

    private boolean centre(List<NodeName> nodes) {
        double x = nodes.stream().mapToDouble(this::screenX).average().orElseThrow();
        double y = nodes.stream().mapToDouble(this::screenY).average().orElseThrow();
        panBy(getWidth() / 2 - x, getHeight() / 2 - y);
        return true;
    }

    private Camera fitting() {
        double covered = legend.expandedProperty().get() ? legend.getHeight() : 0;
        return CameraFit.of(layout.bounds(), getWidth(), getHeight(), covered);
    }

    private void fitAtOnce() {
        viewpoint.jump(fitting());
        redraw();
    }

    private void selectionChanged() {
        describe();
        pointingChanged();
    }

    private void describe() {
        setAccessibleText(snapshot == null ? GraphOverlay.NOTHING_OPEN : Describe.spoken(snapshot, selection.get()));
    }

    private void showFocus() {
        setStyle("-fx-background-color: %s, %s; -fx-background-insets: 0, %s;"
                .formatted(
                        Palette.css(isFocused() ? palette.highlight() : palette.background()),
                        Palette.css(palette.background()),
                        isFocused() ? "2" : "0"));
    }
}
