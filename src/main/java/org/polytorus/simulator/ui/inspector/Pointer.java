package org.polytorus.simulator.ui.inspector;

import javafx.beans.property.ObjectProperty;
import org.polytorus.simulator.ui.graph.Emphasis;
import org.polytorus.simulator.ui.graph.Selection;

/**
 * How a pane points at something in the graph.
 *
 * @param selection what is selected
 * @param emphasis what the graph explains besides; one thing at a time, so that a pane may find that another has taken over
 */
public record Pointer(ObjectProperty<Selection> selection, ObjectProperty<Emphasis> emphasis) {

    /** Selects as a click in the graph does. */
    void select(Selection selected) {
        selection.set(selected);
    }
}
