package org.polytorus.simulator.invariant;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * No node falls behind for long while the network is whole: what one of them follows, none is below some time later. Two chains of
 * the same length may stand beside each other until the next block, since each node stays with the one that it saw first; that
 * breaks no rule. So whoever wants to see one tip lets one more block be mined while all else is quiet.
 */
public final class OneTipInTheEnd implements TestnetInvariant {
    /** Time enough to ask for and to hand over what was missed, with the next ping at the latest. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Heights that were seen and whose time has not come; where there are more, the newest are left out. */
    private static final int MAX_HEIGHTS = 1_000;

    private final Calm calm = new Calm();
    private final ArrayDeque<Seen> heights = new ArrayDeque<>();
    private int highest = -1;
    private int owed = -1;

    /** The highest tip, as of when it was first seen in a network that was whole. */
    private record Seen(int height, long nanos) {}

    @Override
    public String name() {
        return "one tip";
    }

    @Override
    public String sentence() {
        return "no node of a whole network follows a chain that is shorter than another's was " + PATIENCE.toSeconds()
                + " s before";
    }

    @Override
    public @Nullable String broken(TestnetSnapshot now) {
        boolean isWhole = calm.since(now) != Calm.NEVER && now.components().size() == 1;
        int height = now.nodes().stream().mapToInt(NodeSnapshot::height).max().orElse(0);
        if (!isWhole) {
            heights.clear();
            owed = -1;
        } else if (height > highest && heights.size() < MAX_HEIGHTS) {
            heights.add(new Seen(height, now.epochNanos()));
        }
        highest = Math.max(highest, height);
        while (!heights.isEmpty() && now.epochNanos() - heights.getFirst().nanos() >= PATIENCE.toNanos()) {
            owed = heights.removeFirst().height();
        }
        boolean isOneBehind = now.nodes().stream()
                .anyMatch(node -> node.state() == NodeSnapshot.State.RUNNING && node.height() < owed);
        return isOneBehind ? now.tips() + " tips are followed: " + String.join(", ", tips(now)) : null;
    }

    @Override
    public void excuse() {
        heights.clear();
        highest = -1;
        owed = -1;
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
