package org.polytorus.simulator.protocol;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;

/**
 * The others' chain stands still: no block of theirs has come for ten times as long as one took before. If blocks come at
 * random at the same rate, that happens by chance after one block in 22,000 (e⁻¹⁰).
 *
 * <p>Only blocks that this node has checked count, so that a peer that lies about heights can neither feign a stall nor hide
 * one. And only a node that mines itself judges: where nobody mines, quiet is no sign of anything.
 */
final class StalledBlocks implements CutEvidence {
    /** Blocks that should have come. */
    static final int MISSED_BLOCKS = 10;

    /** Gaps between blocks from which the rate is taken: the latest, and no fewer than the first number. */
    static final int LEAST_GAPS = 10;

    private static final int MOST_GAPS = 30;
    /** Blocks that come together when branches join count as one. */
    private static final long SHORTEST_GAP_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** An older block is one that this node catches up on: its coming tells nothing about the rate. */
    private static final long FRESH_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private static final double NANOS_PER_SECOND = 1e9;
    private static final long NONE = -1;

    private final NodeContext context;
    private final BooleanSupplier isMining;
    private final Deque<Long> gapsNanos = new ArrayDeque<>();
    private long gapSumNanos;
    private long countedNanos = NONE;
    private long latestNanos;

    StalledBlocks(NodeContext context, BooleanSupplier isMining) {
        this.context = context;
        this.isMining = isMining;
    }

    /** A peer has brought a block that is valid and was unknown here. */
    void brought(Block block) {
        boolean isFresh = context.nowMillis() - block.timestamp().low() <= FRESH_MILLIS;
        boolean tellsTheRate = isFresh && countedNanos != NONE && !isStalled();
        latestNanos = context.now;
        if (!tellsTheRate) {
            countedNanos = context.now;
        } else if (context.now - countedNanos >= SHORTEST_GAP_NANOS) {
            add(context.now - countedNanos);
            countedNanos = context.now;
        }
    }

    private void add(long gapNanos) {
        gapsNanos.addLast(gapNanos);
        gapSumNanos += gapNanos;
        if (gapsNanos.size() > MOST_GAPS) {
            gapSumNanos -= gapsNanos.removeFirst();
        }
    }

    private boolean isStalled() {
        return gapsNanos.size() >= LEAST_GAPS && context.now - latestNanos > MISSED_BLOCKS * meanNanos();
    }

    private long meanNanos() {
        return gapSumNanos / gapsNanos.size();
    }

    @Override
    public @Nullable String find() {
        if (!isMining.getAsBoolean()) {
            latestNanos = context.now;
            countedNanos = NONE;
            return null;
        }
        return !isStalled()
                ? null
                : String.format(
                        Locale.ROOT,
                        "no block of others has come for more than %.0f s, though one came every %.1f s before",
                        MISSED_BLOCKS * meanNanos() / NANOS_PER_SECOND,
                        meanNanos() / NANOS_PER_SECOND);
    }

    @Override
    public void forget() {
        gapsNanos.clear();
        gapSumNanos = 0;
        countedNanos = NONE;
    }
}
