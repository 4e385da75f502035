package org.polytorus.simulator.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polytorus.simulator.model.Hash;

/** Blocks whose parent has not arrived. When there is no more room the one that has waited longest goes. */
final class Orphanage {
    private final int maxBlocks;
    private final long maxBytes;
    private final Map<Hash, Arrival> byHash = new LinkedHashMap<>();
    private final Map<Hash, List<Arrival>> byParent = new LinkedHashMap<>();
    private long bytes;
    private long dropped;

    Orphanage(int maxBlocks, long maxBytes) {
        this.maxBlocks = maxBlocks;
        this.maxBytes = maxBytes;
    }

    boolean contains(Hash hash) {
        return byHash.containsKey(hash);
    }

    int size() {
        return byHash.size();
    }

    long bytes() {
        return bytes;
    }

    /** How many were given up for want of room. */
    long dropped() {
        return dropped;
    }

    /** Takes one in; one heavier than the whole room does not stay. */
    void add(Arrival orphan) {
        byHash.put(orphan.hash(), orphan);
        byParent.computeIfAbsent(orphan.parent(), parent -> new ArrayList<>()).add(orphan);
        bytes += orphan.bytes();
        while (byHash.size() > maxBlocks || bytes > maxBytes) {
            dropOldest();
        }
    }

    /** The nearest ancestor of an orphan's parent (the parent itself included) that does not wait here. */
    Hash missingFrom(Hash parent) {
        Hash missing = parent;
        Arrival waiting = byHash.get(missing);
        while (waiting != null) {
            missing = waiting.parent();
            waiting = byHash.get(missing);
        }
        return missing;
    }

    /** Takes out the blocks that waited for this parent, in the order in which they came. */
    List<Arrival> takeChildrenOf(Hash parent) {
        List<Arrival> children = byParent.remove(parent);
        if (children == null) {
            return List.of();
        }
        for (Arrival child : children) {
            byHash.remove(child.hash());
            bytes -= child.bytes();
        }
        return children;
    }

    private void dropOldest() {
        Arrival oldest = byHash.values().iterator().next();
        byHash.remove(oldest.hash());
        bytes -= oldest.bytes();
        dropped++;
        List<Arrival> siblings = byParent.get(oldest.parent());
        if (siblings != null) {
            siblings.remove(oldest);
            if (siblings.isEmpty()) {
                byParent.remove(oldest.parent());
            }
        }
    }
}
