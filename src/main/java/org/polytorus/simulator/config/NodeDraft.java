package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.HttpSpec;
import org.polytorus.simulator.testnet.NodeSpec;

/** A node while its files are being read: each reader overwrites what its file says. */
final class NodeDraft {
    /**
     * An address in a file.
     *
     * @param written as the file has it
     * @param used what it was narrowed to
     */
    record Address(Endpoint written, Endpoint used, Place place) {}

    /** Where the node is described. */
    final Place place;

    /** Null after an error about it was noted. */
    @Nullable
    NodeName name;

    @Nullable
    Address listen;

    /** Where its node file lets it listen, even if the testnet file says otherwise: others know it by that address. */
    @Nullable
    Address listenOfFile;

    @Nullable
    Address http;

    int maxRequestBytes = HttpSpec.USUAL_MAX_REQUEST_BYTES;
    Duration requestTimeout = HttpSpec.USUAL_TIMEOUT;

    final List<Address> bootstrapPeers = new ArrayList<>();
    /** The names of the nodes that it dials. */
    final List<TomlTable.Entry> connect = new ArrayList<>();

    int maxPeers;
    Duration connectionTimeout;
    Duration pingInterval;
    Duration peerTimeout;
    Duration blockTime;
    int difficulty;
    int maxBlockBytes;
    int maxMessageBytes;
    boolean mining;

    @Nullable
    Duration transactionInterval;

    /** A node with the settings of {@code defaults}, but without its name and addresses. */
    NodeDraft(Place place, NodeSpec defaults) {
        this.place = place;
        this.maxPeers = defaults.maxPeers();
        this.connectionTimeout = defaults.connectionTimeout();
        this.pingInterval = defaults.pingInterval();
        this.peerTimeout = defaults.peerTimeout();
        this.blockTime = defaults.blockTime();
        this.difficulty = defaults.difficulty();
        this.maxBlockBytes = defaults.maxBlockBytes();
        this.maxMessageBytes = defaults.maxMessageBytes();
        this.mining = defaults.mining();
        this.transactionInterval = defaults.transactionInterval();
    }

    /** The finished node, with a name and the addresses that it is to dial besides its links. */
    NodeSpec finish(NodeName finalName, List<Endpoint> dialled) {
        return new NodeSpec(
                finalName,
                listen == null ? Endpoint.loopback(0) : listen.used(),
                dialled,
                http == null ? null : new HttpSpec(http.used(), maxRequestBytes, requestTimeout),
                maxPeers,
                connectionTimeout,
                pingInterval,
                peerTimeout,
                blockTime,
                difficulty,
                maxBlockBytes,
                maxMessageBytes,
                mining,
                transactionInterval);
    }
}
