package org.polytorus.simulator.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.polytorus.simulator.host.Insight;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;

/** Shows somebody the nodes of a testnet, each on its own event loop. */
final class Looks {
    private Looks() {}

    /** The nodes that did not answer in time. */
    static List<NodeName> into(List<NodeServer> nodes, Insight.Visitor visitor, Duration patience)
            throws InterruptedException {
        long endNanos = System.nanoTime() + patience.toNanos();
        List<CompletableFuture<CommandResult>> shown =
                nodes.stream().map(node -> node.show(visitor)).toList();
        List<NodeName> silent = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            if (!isDone(shown.get(i), endNanos - System.nanoTime())) {
                silent.add(nodes.get(i).name());
            }
        }
        return silent;
    }

    private static boolean isDone(CompletableFuture<CommandResult> shown, long nanos) throws InterruptedException {
        try {
            shown.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException silent) {
            return false;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a look into a node failed: " + failed.getCause(), failed);
        }
    }
}
