package org.polytorus.simulator.ui.inspector;

import javafx.scene.control.Label;
import org.polytorus.simulator.model.StorageStats;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.FoldingSection;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.Quantities;

/** What the node keeps on disk, and whether something is wrong with it. */
final class StorageSection extends FoldingSection {
    private final Facts facts = new Facts();
    private final Label directory = facts.row("Directory", "storageDirectory");
    private final Label holds = facts.row("Holds", "storageHolds");
    private final Label takenOver = facts.row("Taken over", "storageTakenOver");
    private final Label unwritten = facts.row("Not written", "storageUnwritten");
    private final MessageLabel problem = new MessageLabel("storageProblem");

    StorageSection() {
        super("storageFold", "On disk", false);
        setContent(facts, problem);
    }

    void update(StorageStats storage) {
        String kept = storage.directory();
        directory.setText(kept == null ? "none: the chain is in memory only" : kept);
        holds.setText(
                kept == null
                        ? "–"
                        : Quantities.plural(storage.blocks(), "block") + ", "
                                + Quantities.plural(storage.peers(), "peer") + ", "
                                + Quantities.bytes((double) storage.bytes()));
        takenOver.setText(
                kept == null
                        ? "–"
                        : Quantities.plural(storage.takenOver(), "block") + ", " + Quantities.exact(storage.refused())
                                + " left out");
        unwritten.setText(kept == null ? "–" : Quantities.plural(storage.unwritten(), "block"));
        String wrong = storage.problem();
        problem.setText(wrong.isEmpty() ? "" : "The node " + wrong);
        summarise(summary(storage));
    }

    private static String summary(StorageStats storage) {
        if (!storage.problem().isEmpty()) {
            return "the node " + storage.problem();
        }
        return storage.directory() == null ? "in memory only" : Quantities.plural(storage.blocks(), "block");
    }
}
