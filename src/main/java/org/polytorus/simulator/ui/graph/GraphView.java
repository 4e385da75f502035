package org.polytorus.simulator.ui.graph;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.fx.Palette;

/**
 * Draws a testnet. Every method belongs to the FX thread.
 *
 * <p>Two canvases lie on each other: what stands still is drawn on the lower one, and only when it has changed; the
 * messages on the upper one, once per {@link #pulse}.
 */
public final class GraphView extends Region {
    private static final double MIN_WIDTH = 160;
    private static final double PREF_WIDTH = 640;
    private static final double PREF_HEIGHT = 480;
    private static final double OVERLAY_GAP = 10;
    /** About 2 ms of work for the layout in each frame. */
    private static final int PAIRS_PER_PULSE = 400_000;
    /** How much of the way to a fitting camera is gone in a frame. */
    private static final double CAMERA_GLIDE = 0.14;

    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(this, "selection", Selection.NONE);
    private final ReadOnlyLongWrapper thinned = new ReadOnlyLongWrapper(this, "thinned");
    private final Canvas stillCanvas = new Canvas();
    private final Canvas motionCanvas = new Canvas();
    private final GraphOverlay overlay = new GraphOverlay();
    private final GraphLegend legend = new GraphLegend();
    private final StillPainter stillPainter = new StillPainter(new Lettering());
    private final MotionPainter motionPainter = new MotionPainter(stillPainter);
    private final Dots dots = new Dots();
    private GraphLayout layout = new GraphLayout();
    private TipColours tipColours = new TipColours(Palette.LIGHT.tips().size());
    private Palette palette = Palette.LIGHT;
    private Camera camera = Camera.START;
    private @Nullable TestnetSnapshot snapshot;
    private GraphScene scene = GraphScene.EMPTY;
    private Selection hovered = Selection.NONE;
    private boolean cameraIsUsers;
    private boolean cameraGlides;
    private boolean stillIsOld = true;
    private boolean motionIsOld = true;
    private long lastPulseNanos;

    public GraphView() {
        getStyleClass().add("graph-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleRoleDescription("Graph of the testnet");
        setAccessibleHelp(KeyInput.HELP);
        setMinSize(MIN_WIDTH, MIN_WIDTH);
        stillCanvas.setMouseTransparent(true);
        motionCanvas.setMouseTransparent(true);
        getChildren().addAll(stillCanvas, motionCanvas, overlay, legend);
        selection.subscribe(this::selectionChanged);
        legend.heightProperty().subscribe(() -> cameraGlides = !cameraIsUsers);
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
            stillIsOld = true;
            motionIsOld = true;
        }
        if (!sameTestnet) {
            fitAtOnce();
        }
        if (!scene.contains(selection.get())) {
            selection.set(Selection.NONE);
        }
        if (!scene.contains(hovered)) {
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
            stillIsOld = true;
            cameraGlides = cameraGlides || !cameraIsUsers;
        }
        if (cameraGlides) {
            glide();
        }
        boolean moving = !dots.alive().isEmpty();
        dots.expire(nanos);
        motionIsOld = motionIsOld || moving || stillIsOld;
        draw();
    }

    /** Zooms and pans so that everything is seen, and keeps it so until the user moves the picture. */
    public void fit() {
        cameraIsUsers = false;
        cameraGlides = true;
        requestLayout();
    }

    /** Follows the theme of the window. */
    public void setDark(boolean dark) {
        palette = Palette.of(dark);
        overlay.setPalette(palette);
        legend.setPalette(palette);
        showFocus();
        stillIsOld = true;
        motionIsOld = true;
        requestLayout();
    }

    GraphScene scene() {
        return scene;
    }

    Selection pick(double x, double y) {
        return Picker.at(frame(), x, y);
    }

    double screenX(NodeName node) {
        int place = scene.indexOf(node);
        return place < 0 ? getWidth() / 2 : camera.screenX(layout.x(place));
    }

    double screenY(NodeName node) {
        int place = scene.indexOf(node);
        return place < 0 ? getHeight() / 2 : camera.screenY(layout.y(place));
    }

    boolean isPinned(NodeName node) {
        int place = scene.indexOf(node);
        return place >= 0 && layout.isPinned(place);
    }

    void pinAt(NodeName node, double screenX, double screenY) {
        int place = scene.indexOf(node);
        if (place >= 0) {
            // Else the picture would move away under the mouse.
            cameraIsUsers = true;
            cameraGlides = false;
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
        moveCamera(camera.pannedBy(x, y));
    }

    void zoomBy(double factor, double x, double y) {
        moveCamera(camera.zoomedAt(factor, x, y));
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
            case Selection.OfNode picked -> centre(picked.node(), picked.node());
            case Selection.OfLink picked ->
                centre(picked.link().a(), picked.link().b());
        };
    }

    void hover(double x, double y) {
        Selection found = pick(x, y);
        if (!found.equals(hovered)) {
            hovered = found;
            motionIsOld = true;
            requestLayout();
        }
        overlay.setTip(snapshot == null ? "" : Describe.tip(snapshot, hovered));
        overlay.moveTip(x, y);
    }

    void unhover() {
        if (!(hovered instanceof Selection.Nothing)) {
            hovered = Selection.NONE;
            motionIsOld = true;
            overlay.setTip("");
            requestLayout();
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
        if (width != stillCanvas.getWidth() || height != stillCanvas.getHeight()) {
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
        double moreX = width - stillCanvas.getWidth();
        double moreY = height - stillCanvas.getHeight();
        for (Canvas canvas : List.of(stillCanvas, motionCanvas)) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        stillIsOld = true;
        motionIsOld = true;
        if (cameraIsUsers) {
            camera = camera.pannedBy(moreX / 2, moreY / 2);
        } else {
            fitAtOnce();
        }
    }

    private void draw() {
        if (stillCanvas.getWidth() < 1 || stillCanvas.getHeight() < 1) {
            return;
        }
        if (stillIsOld) {
            stillIsOld = false;
            motionIsOld = true;
            stillPainter.paint(stillCanvas, frame());
        }
        if (motionIsOld) {
            motionIsOld = false;
            motionPainter.paint(motionCanvas, frame(), selection.get(), hovered, dots.alive(), lastPulseNanos);
        }
    }

    private Frame frame() {
        return new Frame(scene, layout, camera, palette);
    }

    private void forget() {
        layout = new GraphLayout();
        tipColours = new TipColours(palette.tips().size());
        dots.clear();
        thinned.set(0);
        unhover();
        cameraIsUsers = false;
        redraw();
    }

    private void redraw() {
        stillIsOld = true;
        requestLayout();
    }

    private void moveCamera(Camera moved) {
        cameraIsUsers = true;
        cameraGlides = false;
        camera = moved;
        redraw();
    }

    private boolean centre(NodeName one, NodeName other) {
        double x = (screenX(one) + screenX(other)) / 2;
        double y = (screenY(one) + screenY(other)) / 2;
        panBy(getWidth() / 2 - x, getHeight() / 2 - y);
        return true;
    }

    private Camera fitting() {
        double covered = legend.expandedProperty().get() ? legend.getHeight() : 0;
        return CameraFit.of(layout.bounds(), getWidth(), getHeight(), covered);
    }

    private void fitAtOnce() {
        cameraGlides = false;
        camera = fitting();
        redraw();
    }

    private void glide() {
        Camera target = fitting();
        Camera next = camera.towards(target, CAMERA_GLIDE);
        cameraGlides = !next.equals(target);
        stillIsOld = stillIsOld || !next.equals(camera);
        camera = next;
    }

    private void selectionChanged() {
        motionIsOld = true;
        describe();
        requestLayout();
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
