package org.polytorus.simulator.ui.graph;

import java.util.List;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;

/** The keyboard on the graph: everything that the mouse can do. {@link #HELP} says what. */
final class KeyInput {
    /** The keys in words. */
    static final String HELP =
            "Tab and Shift+Tab walk through the nodes, L and Shift+L through the links of the selected node; "
                    + "the arrow keys move the picture, plus and minus zoom, F or 0 fits it, Enter brings the selection to the "
                    + "middle, P pins or releases the selected node; M marks a node, so that Tab walks on from it and M there takes one more "
                    + "node, or one less, into the selection; O draws a lasso with the mouse, Escape selects nothing.";

    private static final double PAN_PIXELS = 60;
    private static final double ZOOM_STEP = 1.25;

    private final GraphView view;
    /** Whose links L walks through, while a link is selected. */
    private Selection walkedFrom = Selection.NONE;
    /** Where Tab has come to since nodes are being marked one by one, or null. */
    private @Nullable NodeName marker;

    private boolean changing;

    private KeyInput(GraphView view) {
        this.view = view;
    }

    static void install(GraphView view) {
        KeyInput input = new KeyInput(view);
        view.addEventHandler(KeyEvent.KEY_PRESSED, input::press);
        view.selectionProperty().addListener((property, before, now) -> input.selectionChanged());
    }

    private void press(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        boolean done = switch (event.getCode()) {
            case LEFT, KP_LEFT -> pan(PAN_PIXELS, 0);
            case RIGHT, KP_RIGHT -> pan(-PAN_PIXELS, 0);
            case UP, KP_UP -> pan(0, PAN_PIXELS);
            case DOWN, KP_DOWN -> pan(0, -PAN_PIXELS);
            case PLUS, ADD, EQUALS -> zoom(ZOOM_STEP);
            case MINUS, SUBTRACT -> zoom(1 / ZOOM_STEP);
            case DIGIT0, NUMPAD0, F -> fit();
            case TAB -> walkNodes(event.isShiftDown() ? -1 : 1);
            case L -> walkLinks(event.isShiftDown() ? -1 : 1);
            case ENTER -> view.centreSelection();
            case P -> pin();
            case M -> mark();
            case O -> arm();
            case ESCAPE -> clear();
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    private boolean pan(double x, double y) {
        view.panBy(x, y);
        return true;
    }

    private boolean zoom(double factor) {
        view.zoomBy(factor, view.getWidth() / 2, view.getHeight() / 2);
        return true;
    }

    private boolean fit() {
        view.fit();
        return true;
    }

    /** Past the last node the key does what it always does: it goes on to the next control. */
    private boolean walkNodes(int step) {
        GraphScene scene = view.scene();
        int count = scene.nodes().size();
        NodeName at = marker;
        int next = at != null && scene.indexOf(at) >= 0 ? scene.indexOf(at) + step : nextOfSelection(step);
        if (next < 0 || next >= count) {
            return false;
        }
        NodeName name = scene.nodes().get(next).name();
        if (at == null) {
            view.selectionProperty().set(new Selection.OfNode(name));
        } else {
            marker = name;
            view.pointAt(name);
        }
        view.reveal(name);
        return true;
    }

    private int nextOfSelection(int step) {
        GraphScene scene = view.scene();
        return switch (view.selectionProperty().get()) {
            case Selection.OfNode picked -> scene.indexOf(picked.node()) + step;
            case Selection.OfLink picked -> scene.indexOf(picked.link().a());
            case Selection.OfNodes picked ->
                scene.indexOf(
                                step > 0
                                        ? picked.nodes().getLast()
                                        : picked.nodes().getFirst())
                        + step;
            case Selection.Nothing nothing -> step > 0 ? 0 : scene.nodes().size() - 1;
        };
    }

    /** The first time it marks what is selected; then it takes the node that Tab has come to in or out. */
    private boolean mark() {
        Selection before = view.selectionProperty().get();
        List<NodeName> picked = Selection.names(before);
        NodeName at = marker;
        if (at != null) {
            changing = true;
            view.selectionProperty().set(Selection.toggled(before, at));
            changing = false;
        } else if (!picked.isEmpty()) {
            marker = picked.getLast();
            view.pointAt(picked.getLast());
        }
        return at != null || !picked.isEmpty();
    }

    private boolean arm() {
        view.lassoProperty().set(!view.lassoProperty().get());
        return true;
    }

    /** Whoever selects otherwise, with the mouse, say, ends the marking. */
    private void selectionChanged() {
        if (!changing) {
            marker = null;
        }
    }

    private boolean walkLinks(int step) {
        Selection selected = view.selectionProperty().get();
        if (selected instanceof Selection.OfNode) {
            walkedFrom = selected;
        }
        List<GraphScene.LinkMark> links = view.scene().links().stream()
                .filter(link -> !(walkedFrom instanceof Selection.OfNode node)
                        || link.id().joins(node.node()))
                .toList();
        if (links.isEmpty()) {
            return false;
        }
        int at = -1;
        for (int i = 0; i < links.size(); i++) {
            if (selected instanceof Selection.OfLink link && links.get(i).id().equals(link.link())) {
                at = i;
            }
        }
        int next = at < 0 && step < 0 ? links.size() - 1 : Math.floorMod(at + step, links.size());
        view.selectionProperty().set(new Selection.OfLink(links.get(next).id()));
        return true;
    }

    private boolean pin() {
        if (!(view.selectionProperty().get() instanceof Selection.OfNode picked)) {
            return false;
        }
        if (view.isPinned(picked.node())) {
            view.release(picked.node());
        } else {
            view.pinAt(picked.node(), view.screenX(picked.node()), view.screenY(picked.node()));
        }
        return true;
    }

    private boolean clear() {
        boolean drawing = view.lassoProperty().get() || !view.lasso().line().isEmpty();
        view.lasso().cancel();
        if (!view.emphasisProperty().get().equals(Emphasis.NONE)) {
            view.emphasisProperty().set(Emphasis.NONE);
            return true;
        }
        if (view.selectionProperty().get() instanceof Selection.Nothing) {
            return drawing;
        }
        walkedFrom = Selection.NONE;
        marker = null;
        view.unhover();
        view.selectionProperty().set(Selection.NONE);
        return true;
    }
}
