package org.polytorus.simulator.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** How the node is, in PolyTorus's words. */
final class StatusPaths {
    private final NodeAccess access;
    private final Tally tally;

    StatusPaths(NodeAccess access, Tally tally) {
        this.access = access;
        this.tally = tally;
    }

    private record HealthFields(String status, String timestamp) {}

    /**
     * @param totalTransactions in all blocks of the chain that the node follows
     * @param totalBlocks of that chain, the genesis block included
     * @param errorRate the share of this interface's answers that were errors
     * @param nodeId the node's id on the wire, by which peers' paths and blacklists know it
     * @param dataDir where the node keeps its chain, or empty if that is in memory only
     */
    private record StatusFields(
            String status,
            int blockHeight,
            @JsonProperty("is_running") boolean running,
            long totalTransactions,
            long totalBlocks,
            double errorRate,
            String nodeId,
            String dataDir) {}

    /** The first two count what was handed in here, as PolyTorus counts it. */
    private record StatsFields(long transactionsSent, long transactionsReceived, String timestamp, String nodeId) {}

    List<Route> routes() {
        return List.of(
                Route.get("/health", this::health),
                Route.get("/status", this::status),
                Route.get("/stats", this::stats));
    }

    private Answer health() {
        TestnetSnapshot picture = access.picture();
        return Answer.json(
                new HealthFields(NodeAccess.word(access.in(picture).health()), NodeAccess.time(picture.epochNanos())));
    }

    private Answer status() {
        NodeSnapshot node = access.in(access.picture());
        String directory = node.storage().directory();
        return Answer.json(new StatusFields(
                NodeAccess.word(node.state()),
                node.height(),
                node.state() == NodeSnapshot.State.RUNNING,
                node.chainTransactions(),
                node.height() + 1L,
                tally.errorRate(),
                node.id().toString(),
                directory == null ? "" : directory));
    }

    private Answer stats() {
        TestnetSnapshot picture = access.picture();
        return Answer.json(new StatsFields(
                tally.sent(),
                tally.received(),
                NodeAccess.time(picture.epochNanos()),
                access.in(picture).id().toString()));
    }
}
