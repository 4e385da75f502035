package org.polytorus.simulator.ui.inspector;

import java.util.List;
import java.util.Set;
import javafx.scene.layout.VBox;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.testnet.Cut;
import org.polytorus.simulator.testnet.PartitionSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.Quantities;

/** The partitions that cut a link: since when, what does not pass, and how to end them. */
final class LinkCuts extends VBox {
    private final LinkId link;
    private final PartitionRows rows;

    LinkCuts(LinkId link, Commands commands) {
        this.link = link;
        rows = new PartitionRows("linkCut", commands);
        managedProperty().bind(visibleProperty());
        getChildren().add(rows);
    }

    /** Returns whether the link is cut by any. */
    boolean update(TestnetSnapshot snapshot) {
        List<PartitionSnapshot> cutting = snapshot.partitions().stream()
                .filter(one -> one.cut().contains(link))
                .toList();
        setVisible(!cutting.isEmpty());
        rows.update(cutting, seen -> text(seen, snapshot.epochNanos()));
        return !cutting.isEmpty();
    }

    private String text(PartitionSnapshot seen, long nowNanos) {
        return "Cuts this link for " + Quantities.span(nowNanos - seen.sinceNanos()) + ": nothing passes "
                + passage(new Cut(seen.partition()).of(link)) + ".";
    }

    private String passage(Set<Direction> cut) {
        if (cut.size() == Direction.values().length) {
            return "either way";
        }
        Direction direction = cut.contains(Direction.A_TO_B) ? Direction.A_TO_B : Direction.B_TO_A;
        return "from " + link.sender(direction) + " to " + link.receiver(direction);
    }
}
