package org.polytorus.simulator.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;

/** What became of a block that was given to the tree. */
public sealed interface Insertion {

    /**
     * It has its place in the tree.
     *
     * @param connected the block and the orphans that had waited for it, parents before children
     * @param appended those blocks that the followed chain gained, oldest first; after a reorganisation they include blocks
     *     that were in the tree before
     * @param reorganisation what was given up for them, or null if nothing was
     */
    record Connected(
            List<Block> connected,
            List<Block> appended,
            @Nullable Reorganisation reorganisation) implements Insertion {

        public Connected {
            connected = List.copyOf(connected);
            appended = List.copyOf(appended);
        }

        public boolean tipChanged() {
            return !appended.isEmpty();
        }
    }

    /**
     * It waits for an ancestor.
     *
     * @param missing the nearest ancestor that is neither in the tree nor waiting: what to ask for
     */
    record Orphan(Hash missing) implements Insertion {}

    /** It is in the tree or waits already. */
    record AlreadyKnown() implements Insertion {}

    /** It breaks a rule. */
    record Rejected(BlockFlaw flaw) implements Insertion {}
}
