package org.polytorus.simulator.protocol;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.Machine;

/**
 * Lets each block that a peer brings wait for as long as the node's machine is to need for checking it, one after the other;
 * only then it is judged and passed on. Everything else goes on meanwhile. Of no effect for a machine without limits.
 */
final class BlockChecks extends Timed {
    /** Blocks that wait to be judged; one that comes beyond these is judged at once. */
    static final int MAX_WAITING = 256;

    /** What becomes of a block that has been checked. */
    interface Judge {
        void judge(Connection from, Block block, @Nullable Hash hash, int bytes);
    }

    private record Check(
            Connection from, Block block, @Nullable Hash hash, int bytes, long doneNanos) {}

    private final NodeContext context;
    private final Machine machine;
    private final Judge judge;
    private final ArrayDeque<Check> waiting = new ArrayDeque<>(1);

    BlockChecks(NodeContext context, Judge judge) {
        super(context);
        this.context = context;
        this.machine = context.settings.machine();
        this.judge = judge;
    }

    /** Takes a block that was brought in a message of so many bytes. */
    void check(Connection from, Block block, @Nullable Hash hash, int bytes) {
        long nanos = machine.nanosToCheck(bytes);
        if (nanos == 0 || waiting.size() >= MAX_WAITING) {
            judge.judge(from, block, hash, bytes);
            return;
        }
        long beginNanos = waiting.isEmpty() ? context.now : waiting.getLast().doneNanos();
        waiting.addLast(new Check(from, block, hash, bytes, beginNanos + nanos));
        plan();
    }

    /** Whether this block was brought and is not judged yet. */
    boolean holds(@Nullable Hash hash) {
        // Asked with each announcement, while mostly nothing waits: then not even the queue is looked at.
        return nextDueNanos() != NEVER && hash != null && waiting.stream().anyMatch(check -> hash.equals(check.hash()));
    }

    /** The node stops: what waits is never judged. */
    void stop() {
        waiting.clear();
        plan();
    }

    void gauge(Gauge gauge) {
        gauge.holds("blocks that are being checked", waiting.size(), MAX_WAITING);
    }

    @Override
    void run() {
        for (Check check = waiting.peek(); check != null && check.doneNanos() <= context.now; check = waiting.peek()) {
            waiting.remove();
            judge.judge(check.from(), check.block(), check.hash(), check.bytes());
        }
        plan();
    }

    private void plan() {
        due(waiting.isEmpty() ? NEVER : waiting.getFirst().doneNanos());
    }
}
