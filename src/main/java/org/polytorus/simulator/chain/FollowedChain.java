package org.polytorus.simulator.chain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chain that a node follows, as a list by height. Its lowest heights may have been given up. */
final class FollowedChain {
    private final List<TreeEntry> entries = new ArrayList<>();
    private int lowestHeight;

    FollowedChain(TreeEntry genesis) {
        entries.add(genesis);
        lowestHeight = genesis.height();
    }

    TreeEntry tip() {
        return entries.getLast();
    }

    int lowestHeight() {
        return lowestHeight;
    }

    int size() {
        return entries.size();
    }

    @Nullable
    TreeEntry at(int height) {
        return height < lowestHeight || height > tip().height() ? null : entries.get(height - lowestHeight);
    }

    boolean holds(TreeEntry entry) {
        return at(entry.height()) == entry;
    }

    void append(List<TreeEntry> oldestFirst) {
        entries.addAll(oldestFirst);
    }

    /** Takes off everything above this height; returns it oldest first. */
    List<TreeEntry> removeAbove(int height) {
        List<TreeEntry> above = entries.subList(height - lowestHeight + 1, entries.size());
        List<TreeEntry> removed = List.copyOf(above);
        above.clear();
        return removed;
    }

    /** Gives up everything below this height, which the chain must have. */
    void removeBelow(int height) {
        entries.subList(0, height - lowestHeight).clear();
        lowestHeight = height;
        entries.getFirst().parent = null;
    }
}
