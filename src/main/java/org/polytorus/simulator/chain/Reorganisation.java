package org.polytorus.simulator.chain;

import java.util.List;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;

/**
 * The followed chain gave way to a longer one.
 *
 * @param commonAncestor the last block that both chains share
 * @param removed the blocks above it that are no longer followed, oldest first; at least one
 * @param added the blocks above it that now are, oldest first; more than were removed
 */
public record Reorganisation(Hash oldTip, Hash newTip, Hash commonAncestor, List<Block> removed, List<Block> added) {

    public Reorganisation {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    public int oldHeight() {
        return removed.getLast().height();
    }

    public int newHeight() {
        return added.getLast().height();
    }
}
