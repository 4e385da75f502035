package org.polytorus.simulator.ui.graph;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Cursor;
import org.polytorus.simulator.model.NodeName;

/** The lasso that selects the nodes that it is drawn around. It is drawn with Shift held, or once after it was armed. */
final class LassoTool {
    private final GraphView view;
    private final BooleanProperty armed = new SimpleBooleanProperty(this, "armed");
    private final Lasso line = new Lasso();

    LassoTool(GraphView view) {
        this.view = view;
        armed.subscribe(is -> view.setCursor(is ? Cursor.CROSSHAIR : Cursor.DEFAULT));
    }

    /** Whether the next drag draws it. */
    BooleanProperty armedProperty() {
        return armed;
    }

    /** What is drawn so far, empty while nothing is. */
    Lasso line() {
        return line;
    }

    void draw(double x, double y) {
        line.add(x, y);
        view.setCursor(Cursor.CROSSHAIR);
        view.pointingChanged();
    }

    /** Selects what the line goes around; nothing, if that is nothing. {@code adding} keeps what was selected besides. */
    void close(boolean adding) {
        List<NodeName> enclosed = new ArrayList<>();
        for (NodeName name : view.scene().names()) {
            if (line.encloses(view.screenX(name), view.screenY(name))) {
                enclosed.add(name);
            }
        }
        cancel();
        Selection before = adding ? view.selectionProperty().get() : Selection.NONE;
        view.selectionProperty().set(Selection.with(before, enclosed));
    }

    /** Forgets the line, and puts the tool away. */
    void cancel() {
        line.clear();
        armed.set(false);
        view.setCursor(Cursor.DEFAULT);
        view.pointingChanged();
    }
}
