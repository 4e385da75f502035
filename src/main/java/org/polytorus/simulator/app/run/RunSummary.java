package org.polytorus.simulator.app.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.DiscoveryStats;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.QueueStats;
import org.polytorus.simulator.model.StorageStats;

/**
 * What {@code run} says at its end. With {@code --json} this very record is printed: each component is one field, its
 * name in snake_case ({@code aToB} becomes {@code a_to_b}), in this order. States and health are lower-case words.
 *
 * @param name the testnet's name
 * @param seed from which everything random was drawn
 * @param seconds how long it ran before it was wound down
 * @param started whether every node started; decides the exit code
 * @param quiet whether every link was seen at rest after mining and transactions had ended: each end had received what the
 *     other had sent
 * @param guests programs that are not ours and spoke with these nodes, or are expected to
 * @param components running nodes that links with traffic hold together, by name, the largest group first
 * @param graph the shape that those links give it
 * @param tips the last blocks that running nodes follow, the most followed first
 * @param healing how the last cut of the network healed, or null if there was none
 * @param totals the sum of all nodes' counters
 * @param events how many events happened
 * @param reorganisations how often a node left its chain for a longer one
 * @param overflowed observations discarded because a queue was full
 * @param problems notes on the files and lasting problems of the run, in words
 * @param partitions those in force
 * @param propagation how fast blocks travelled
 * @param screenshot where the picture was saved, or null
 * @param scenario what was expected and what held, or null if nothing was
 * @param checks what came of {@code --check}, or null without it
 */
public record RunSummary(
        String name,
        long seed,
        double seconds,
        boolean started,
        boolean quiet,
        List<Node> nodes,
        List<Link> links,
        List<Guest> guests,
        List<List<String>> components,
        GraphSummary graph,
        List<Tip> tips,
        @Nullable Healed healing,
        List<PartitionSummary> partitions,
        PropagationSummary propagation,
        NetworkStats totals,
        long events,
        long reorganisations,
        long overflowed,
        List<String> problems,
        @Nullable String screenshot,
        @Nullable Judged scenario,
        @Nullable CheckSummary checks) {

    public RunSummary {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        guests = List.copyOf(guests);
        components = components.stream().map(List::copyOf).toList();
        tips = List.copyOf(tips);
        partitions = List.copyOf(partitions);
        problems = List.copyOf(problems);
    }

    /** Whether every node started, and all that was checked held. Not a field of the JSON object. */
    @JsonIgnore
    public boolean isGood() {
        return started && (checks == null || checks.isGood());
    }

    /**
     * One node.
     *
     * @param id its peer id on the wire
     * @param address where it listens, with the port that it really got
     * @param state starting, running, stopped or failed
     * @param problem why it failed and what to do, or empty
     * @param health healthy, degraded, unhealthy or disconnected
     * @param suspicion why the node thinks that it may be cut off, or null if it does not
     * @param tip the hash of the last block of its chain
     * @param mempool transactions that wait for a block
     * @param queueStats PolyTorus's figures of the messages that are held back
     * @param messagesExpired messages given up because they were too old, part of the dropped ones
     * @param storage what it keeps on disk; the directory is null if it keeps nothing
     * @param discovery how its search for peers goes; {@code last_hops} is −1 before the first lookup
     * @param stats PolyTorus's eight counters, {@code total_connections} to {@code transactions_propagated}
     */
    public record Node(
            String name,
            String id,
            String address,
            String state,
            String problem,
            String health,
            @Nullable Suspected suspicion,
            int height,
            String tip,
            int knownBlocks,
            int orphanBlocks,
            int mempool,
            long mempoolDropped,
            long reorganisations,
            int peerCount,
            List<Peer> peers,
            Pool pool,
            List<Blacklisted> blacklist,
            List<Away> away,
            QueueStats queueStats,
            long messagesExpired,
            Quality quality,
            StorageStats storage,
            DiscoveryStats discovery,
            NetworkStats stats) {
        public Node {
            peers = List.copyOf(peers);
            blacklist = List.copyOf(blacklist);
            away = List.copyOf(away);
        }
    }

    /**
     * A registered peer of a node; the counters are of their present connection.
     *
     * @param name its name in this testnet, or null for a stranger
     * @param dialled whether this node made the connection
     * @param roundTripMillis the latest measured, or null before the first
     * @param queued messages that wait because the connection is congested
     * @param dropped messages discarded because that queue was full
     * @param score how good the peer is, with what that comes from; null before enough is known
     */
    public record Peer(
            @Nullable String name,
            String id,
            String address,
            boolean dialled,
            String health,
            int failedConnections,
            int height,
            @Nullable Double roundTripMillis,
            long messagesSent,
            long messagesReceived,
            long bytesSent,
            long bytesReceived,
            int queued,
            long dropped,
            @Nullable Score score) {}

    /** A peer's score, from 0 to 100, and what it is the product of. */
    public record Score(int points, List<ScorePart> parts) {}

    /** One part of a score, in percent, with what was measured in words. */
    public record ScorePart(String name, int percent, String measured) {}

    /** A node's connection pool: how many peers are active, which addresses are being dialled, which did not work. */
    public record Pool(int active, List<Pending> pending, List<Failed> failed) {
        public Pool {
            pending = List.copyOf(pending);
            failed = List.copyOf(failed);
        }
    }

    /** An address that is being dialled, and for how long by now. */
    public record Pending(String address, @Nullable String name, int attempt, double seconds) {}

    /** An address that did not work, and in how long it is tried again: 0 if that is due, null if never. */
    public record Failed(
            String address,
            @Nullable String name,
            String reason,
            int failures,
            @Nullable Double nextTrySeconds) {}

    /** Somebody whom the node wants nothing to do with; {@code remainingSeconds} is null if that has no end. */
    public record Blacklisted(
            String id,
            @Nullable String name,
            @Nullable String address,
            String reason,
            boolean byUser,
            @Nullable Double remainingSeconds) {}

    /** A peer that was lost, how long ago, how many messages are kept for its return, how many found no room. */
    public record Away(String id, @Nullable String name, double seconds, int waiting, long dropped) {}

    /**
     * What a node made of the scores of its peers.
     *
     * @param enabled whether it acted on them
     * @param counts how often it decided each kind of thing
     * @param decisions the latest, newest first
     */
    public record Quality(boolean enabled, Map<String, Long> counts, List<Decision> decisions) {
        public Quality {
            decisions = List.copyOf(decisions);
        }
    }

    /** Something that a score decided, how long ago the last time, and how often. */
    public record Decision(double secondsAgo, String kind, String what, long times) {}

    /**
     * One link.
     *
     * @param state connected, connecting, down, dropped or silent
     * @param endsAgree whether each end received what the other sent, by the counters of both; null without a connection,
     *     and for a link with a guest, whose counters nobody here knows
     */
    public record Link(
            String a, String b, String state, @Nullable Boolean endsAgree, Side aToB, Side bToA) {}

    /**
     * A program that is not ours.
     *
     * @param address where it listens, or null if it dials in
     * @param id its peer id, or null if it was never met
     * @param nodeType what it says of itself, or empty
     * @param height the highest block that it is known to have
     * @param connectedWith the nodes that have it as their peer now
     * @param lastHeardSeconds how long ago it was last heard of, or null for never
     */
    public record Guest(
            String name,
            @Nullable String address,
            @Nullable String id,
            String nodeType,
            int height,
            List<String> connectedWith,
            @Nullable Double lastHeardSeconds) {
        public Guest {
            connectedWith = List.copyOf(connectedWith);
        }
    }

    /**
     * One direction of a link.
     *
     * @param cutBy the partitions that swallow everything on it, besides what was asked
     */
    public record Side(Requested requested, Measured measured, List<String> cutBy) {
        public Side {
            cutBy = List.copyOf(cutBy);
        }
    }

    /** What was asked of a direction; loss and the like are probabilities; null where there is no limit or no slicing. */
    public record Requested(
            double latencyMillis,
            double jitterMillis,
            String jitterShape,
            double loss,
            double duplication,
            double reordering,
            double heldBackMillis,
            double corruption,
            @Nullable Long bandwidthBitsPerSecond,
            @Nullable Integer queueBytes,
            @Nullable Integer sliceBytes,
            @Nullable Double slicePauseMillis,
            double closeDelayMillis,
            boolean blackHole) {}

    /**
     * What was measured on a direction; times are null before the first measurement. All from {@code messagesSinceChange} on
     * is since the conditions were last changed, and so is the worst lateness, the fault of this machine. The jitter is the
     * spread that one of the requested shape would have.
     */
    public record Measured(
            long messages,
            long bytes,
            long delivered,
            long discarded,
            int queued,
            @Nullable Double delayMillis,
            @Nullable Double delayDeviationMillis,
            @Nullable Double jitterMillis,
            double worstLatenessMillis,
            @Nullable Double roundTripMillis,
            long messagesSinceChange,
            long lost,
            long overflowed,
            long swallowed,
            long duplicated,
            long heldBack,
            long overtaken,
            @Nullable Double heldBackMillis,
            long corrupted,
            double bitsPerSecond,
            long queuedBytes,
            long waitingBytes,
            long pieces,
            double pieceBytes,
            @Nullable Double slicePauseMillis,
            @Nullable Double closeDelayMillis) {}

    /** For how long a node has thought that it may be cut off, and what it has noticed. */
    public record Suspected(double seconds, List<String> evidence) {
        public Suspected {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * How the last cut healed.
     *
     * @param secondsSinceWhole for how long links with traffic have joined all nodes again, unless they were cut anew
     * @param secondsToOneTip how long it took from then until all followed one tip, or null while they do not
     */
    public record Healed(double secondsSinceWhole, @Nullable Double secondsToOneTip) {}

    /** A last block and the names of the running nodes that follow it. */
    public record Tip(String tip, int height, List<String> nodes) {
        public Tip {
            nodes = List.copyOf(nodes);
        }
    }
}
