package org.polytorus.simulator.ui.graph;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Draws a testnet. Every method belongs to the FX thread. */
public final class GraphView extends Region {
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NONE);

    /** What the user has picked by click or key, or the caller has set. */
    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /** Takes a new picture; called for every new snapshot. */
    public void update(TestnetSnapshot snapshot) {}

    /** Adds messages to the animation; the bound on moving dots is the view's. */
    public void addFlights(List<MessageFlight> flights) {}

    /** Moves what moves; called once per frame with the time of the pulse in nanoseconds. */
    public void pulse(long nanos) {}

    /** Zooms and pans so that everything is seen. */
    public void fit() {}

    /** Follows the theme of the window. */
    public void setDark(boolean dark) {}
}
