package org.polytorus.simulator.invariant;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * All nodes follow one chain once nothing happens any more: none of them a shorter one than another. Two of the same length may
 * stand beside each other until the next block, since each node stays with the one that it saw first; that breaks no rule. So
 * whoever wants to see one tip lets one more block be mined while all else is quiet.
 */
public final class OneTipInTheEnd implements TestnetInvariant {
    /** Time enough to ask for and to hand over what was missed, with the next ping at the latest. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Calm calm = new Calm();
    private long wholeSinceNanos = Calm.NEVER;
    private long highestSinceNanos = Calm.NEVER;
    private int highest = -1;

    @Override
    public String name() {
        return "one tip";
    }

    @Override
    public String sentence() {
        return "no node of a whole network follows a shorter chain than another " + PATIENCE.toSeconds()
                + " s after its last block";
    }

    @Override
    public @Nullable String broken(TestnetSnapshot now) {
        boolean isWhole = calm.since(now) != Calm.NEVER && now.components().size() == 1;
        if (!isWhole) {
            wholeSinceNanos = Calm.NEVER;
        } else if (wholeSinceNanos == Calm.NEVER) {
            wholeSinceNanos = now.epochNanos();
        }
        int height = now.nodes().stream().mapToInt(NodeSnapshot::height).max().orElse(0);
        if (height != highest) {
            highest = height;
            highestSinceNanos = now.epochNanos();
        }
        boolean isQuiet = isWhole
                && highestSinceNanos > wholeSinceNanos
                && now.epochNanos() - highestSinceNanos >= PATIENCE.toNanos();
        boolean isOneBehind = now.nodes().stream()
                .anyMatch(node -> node.state() == NodeSnapshot.State.RUNNING && node.height() < height);
        return isQuiet && isOneBehind ? now.tips() + " tips are followed: " + tips(now) : null;
    }

    private static List<String> tips(TestnetSnapshot now) {
        return now.nodes().stream()
                .map(node -> node.name() + " at " + node.height() + " " + text(node.tip()))
                .toList();
    }

    private static String text(Hash hash) {
        return Objects.toString(hash).substring(0, Long.BYTES);
    }
}
