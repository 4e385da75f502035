package org.polytorus.simulator.protocol;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.TreeLimits;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.model.RateLimit;

/**
 * What a node is told before it starts.
 *
 * @param bootstrapPeers addresses to dial and to keep connected
 * @param maxPeers registered peers, on dial and accept together
 * @param connectionTimeout how long a handshake may take
 * @param pingInterval between two pings to a peer; below 10 min shortened to 20 s, since PolyTorus closes idle connections after
 *     30 s
 * @param peerTimeout without a pong, after which a peer is dropped
 * @param requestTimeout how long somebody who was asked for something has before the next is asked
 * @param blockTime the mean time between two blocks of this node
 * @param difficulty hex zeros that this node's blocks start with, and others' at least
 * @param maxBlockBytes what a block of this node may weigh
 * @param mining whether it mines by the timer from the start
 * @param transactionInterval the mean time between two transactions of its own, or null for none
 * @param rateLimit what goes to one peer at the most
 * @param discovery whether and how it looks for peers by itself
 * @param qualityOfService whether it treats peers by how well they do
 * @param machine how long it checks a block; its line is the host's business
 * @param treeLimits how much of the chain it keeps in memory
 * @param remembers whether the host keeps what {@link Output.RememberBlocks} and {@link Output.RememberPeers} hand it
 * @param tellsCopies whether it tells of every block and transaction that it makes or is brought, which takes time
 */
public record NodeSettings(
        List<Endpoint> bootstrapPeers,
        int maxPeers,
        Duration connectionTimeout,
        Duration pingInterval,
        Duration peerTimeout,
        Duration requestTimeout,
        Duration blockTime,
        int difficulty,
        int maxBlockBytes,
        boolean mining,
        @Nullable Duration transactionInterval,
        RateLimit rateLimit,
        DiscoverySettings discovery,
        boolean qualityOfService,
        Machine machine,
        TreeLimits treeLimits,
        boolean remembers,
        boolean tellsCopies) {

    public NodeSettings {
        bootstrapPeers = List.copyOf(bootstrapPeers);
    }

    /** The way to settings that differ from these. */
    public NodeSettingsBuilder but() {
        return new NodeSettingsBuilder(this);
    }
}
