package org.polytorus.simulator.ui.inspector;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.PeerScore;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.PeerSnapshot;
import org.polytorus.simulator.ui.controls.Quantities;

/** One line of the table of peers, changed in place so that selection and scrolling stay. */
final class PeerRow {
    private final PeerId id;
    private final ReadOnlyStringWrapper peer = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper roundTrip = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper score = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper messages = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<NodeSnapshot.Health> health =
            new ReadOnlyObjectWrapper<>(NodeSnapshot.Health.HEALTHY);

    PeerRow(PeerSnapshot snapshot) {
        id = snapshot.id();
        update(snapshot);
    }

    PeerId id() {
        return id;
    }

    void update(PeerSnapshot snapshot) {
        String name = snapshot.name() == null
                ? snapshot.remote().toString()
                : snapshot.name().value();
        peer.set((snapshot.dialled() ? "→ " : "← ") + name);
        roundTrip.set(Quantities.millis(snapshot.roundTripNanos()));
        PeerScore known = snapshot.score();
        score.set(known == null ? "–" : Integer.toString(known.points()));
        messages.set(Quantities.count((double) snapshot.messagesSent()) + " / "
                + Quantities.count((double) snapshot.messagesReceived()));
        health.set(snapshot.health());
    }

    ReadOnlyStringProperty peerProperty() {
        return peer.getReadOnlyProperty();
    }

    ReadOnlyStringProperty roundTripProperty() {
        return roundTrip.getReadOnlyProperty();
    }

    ReadOnlyStringProperty scoreProperty() {
        return score.getReadOnlyProperty();
    }

    ReadOnlyStringProperty messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<NodeSnapshot.Health> healthProperty() {
        return health.getReadOnlyProperty();
    }
}
