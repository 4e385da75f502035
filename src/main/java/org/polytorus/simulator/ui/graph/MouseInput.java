package org.polytorus.simulator.ui.graph;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/**
 * The mouse on the graph: pick, drag a node, pan, zoom at the cursor; with Shift, or when the lasso is armed, a drag draws
 * around nodes; with Ctrl, a click adds a node to those that are selected, or takes it away.
 */
final class MouseInput {
    /** A press that moves less than this is a click. */
    private static final double DRAG_THRESHOLD = 4;
    /** One notch of an ordinary wheel is 40 units of JavaFX. */
    private static final double ZOOM_PER_UNIT = 1.0045;

    private final GraphView view;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private double grabX;
    private double grabY;
    private boolean holding;
    private boolean dragging;
    private boolean drawing;
    private Selection pressed = Selection.NONE;

    private MouseInput(GraphView view) {
        this.view = view;
    }

    static void install(GraphView view) {
        MouseInput input = new MouseInput(view);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, input::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, input::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, input::release);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> view.hover(event.getX(), event.getY()));
        view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> view.unhover());
        view.addEventHandler(ScrollEvent.SCROLL, input::scroll);
        view.addEventHandler(ZoomEvent.ZOOM, event -> view.zoomBy(event.getZoomFactor(), event.getX(), event.getY()));
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        view.requestFocus();
        pressX = event.getX();
        pressY = event.getY();
        lastX = pressX;
        lastY = pressY;
        holding = true;
        dragging = false;
        drawing = event.isShiftDown() || view.lassoProperty().get();
        pressed = view.pick(pressX, pressY);
        if (pressed instanceof Selection.OfNode node) {
            grabX = view.screenX(node.node()) - pressX;
            grabY = view.screenY(node.node()) - pressY;
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        // Not every platform tells in a drag which button is down.
        if (!holding) {
            return;
        }
        double far = Math.hypot(event.getX() - pressX, event.getY() - pressY);
        if (!dragging && far < DRAG_THRESHOLD) {
            return;
        }
        if (!dragging && drawing) {
            view.lasso().draw(pressX, pressY);
        }
        dragging = true;
        view.unhover();
        if (drawing) {
            view.lasso().draw(event.getX(), event.getY());
        } else if (pressed instanceof Selection.OfNode node) {
            view.pinAt(node.node(), event.getX() + grabX, event.getY() + grabY);
        } else {
            view.setCursor(Cursor.MOVE);
            view.panBy(event.getX() - lastX, event.getY() - lastY);
        }
        lastX = event.getX();
        lastY = event.getY();
        event.consume();
    }

    private void release(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !holding) {
            return;
        }
        holding = false;
        if (drawing && dragging) {
            view.lasso().close(event.isShortcutDown());
        } else if (!dragging) {
            click(event);
        }
        if (!view.lassoProperty().get()) {
            view.setCursor(Cursor.DEFAULT);
        }
        dragging = false;
        event.consume();
    }

    private void click(MouseEvent event) {
        if (event.isShortcutDown() && pressed instanceof Selection.OfNode node) {
            Selection before = view.selectionProperty().get();
            view.selectionProperty().set(Selection.toggled(before, node.node()));
            return;
        }
        view.selectionProperty().set(pressed);
        if (event.getClickCount() == 2 && pressed instanceof Selection.OfNode node) {
            view.release(node.node());
        }
    }

    private void scroll(ScrollEvent event) {
        // A touch screen's scroll is a pan of the fingers; its inertia would zoom on after they left.
        if (event.isDirect() || event.isInertia()) {
            return;
        }
        view.zoomBy(Math.pow(ZOOM_PER_UNIT, event.getDeltaY()), event.getX(), event.getY());
        event.consume();
    }
}
