package org.polytorus.simulator.testnet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.RateLimit;

/**
 * A node as a file describes it. Defaults are those of PolyTorus ({@link #named}).
 *
 * @param listen where it listens; port 0 takes a free one
 * @param bootstrapPeers addresses that it dials, besides those that the testnet's links give it
 * @param http its HTTP interface, or null for none
 * @param requestTimeout how long somebody who was asked for a block or transaction has before somebody else is asked
 * @param blockTime the mean time between two blocks of this node
 * @param maxMessageBytes the largest frame it accepts, at most 10 MiB
 * @param transactionInterval the mean time between two transactions that it makes by itself, or null for none
 * @param rateLimit what it sends to one peer at the most
 * @param discovery whether and how it looks for peers by itself
 * @param qualityOfService whether it treats peers by how well they do
 * @param machine its line and how fast it checks blocks; a limited line needs virtual time
 * @param dataDirectory where it keeps blocks and known peers, or null for in memory only; one that is relative needs a
 *     base ({@link TestnetSpec#keptUnder})
 */
public record NodeSpec(
        NodeName name,
        Endpoint listen,
        List<Endpoint> bootstrapPeers,
        @Nullable HttpSpec http,
        int maxPeers,
        Duration connectionTimeout,
        Duration pingInterval,
        Duration peerTimeout,
        Duration requestTimeout,
        Duration blockTime,
        int difficulty,
        int maxBlockBytes,
        int maxMessageBytes,
        boolean mining,
        @Nullable Duration transactionInterval,
        RateLimit rateLimit,
        DiscoverySettings discovery,
        boolean qualityOfService,
        Machine machine,
        @Nullable Path dataDirectory) {

    public NodeSpec {
        bootstrapPeers = List.copyOf(bootstrapPeers);
    }

    /** A node with PolyTorus's testnet settings on a free loopback port. */
    public static NodeSpec named(String name) {
        return new NodeSpec(
                new NodeName(name),
                Endpoint.loopback(0),
                List.of(),
                null,
                50,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(120),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                2,
                1_048_576,
                10 * 1024 * 1024,
                true,
                Duration.ofSeconds(5),
                RateLimit.DEFAULT,
                DiscoverySettings.OFF,
                true,
                Machine.UNLIMITED,
                null);
    }

    /** The way to a node that differs from this one in some settings. */
    public NodeSpecBuilder but() {
        return new NodeSpecBuilder(this);
    }
}
