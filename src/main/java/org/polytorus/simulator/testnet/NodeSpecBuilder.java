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

/** A {@link NodeSpec} that differs from another in some settings; each method sets the one that it is named after. */
public final class NodeSpecBuilder {
    private NodeName name;
    private Endpoint listen;
    private List<Endpoint> bootstrapPeers;
    private @Nullable HttpSpec http;
    private int maxPeers;
    private Duration connectionTimeout;
    private Duration pingInterval;
    private Duration peerTimeout;
    private Duration requestTimeout;
    private Duration blockTime;
    private int difficulty;
    private int maxBlockBytes;
    private int maxMessageBytes;
    private boolean mining;
    private @Nullable Duration transactionInterval;
    private RateLimit rateLimit;
    private DiscoverySettings discovery;
    private boolean qualityOfService;
    private Machine machine;
    private @Nullable Path dataDirectory;

    NodeSpecBuilder(NodeSpec from) {
        name = from.name();
        listen = from.listen();
        bootstrapPeers = from.bootstrapPeers();
        http = from.http();
        maxPeers = from.maxPeers();
        connectionTimeout = from.connectionTimeout();
        pingInterval = from.pingInterval();
        peerTimeout = from.peerTimeout();
        requestTimeout = from.requestTimeout();
        blockTime = from.blockTime();
        difficulty = from.difficulty();
        maxBlockBytes = from.maxBlockBytes();
        maxMessageBytes = from.maxMessageBytes();
        mining = from.mining();
        transactionInterval = from.transactionInterval();
        rateLimit = from.rateLimit();
        discovery = from.discovery();
        qualityOfService = from.qualityOfService();
        machine = from.machine();
        dataDirectory = from.dataDirectory();
    }

    public NodeSpecBuilder name(NodeName changed) {
        name = changed;
        return this;
    }

    public NodeSpecBuilder listen(Endpoint changed) {
        listen = changed;
        return this;
    }

    public NodeSpecBuilder bootstrapPeers(List<Endpoint> changed) {
        bootstrapPeers = changed;
        return this;
    }

    public NodeSpecBuilder http(@Nullable HttpSpec changed) {
        http = changed;
        return this;
    }

    public NodeSpecBuilder maxPeers(int changed) {
        maxPeers = changed;
        return this;
    }

    public NodeSpecBuilder connectionTimeout(Duration changed) {
        connectionTimeout = changed;
        return this;
    }

    public NodeSpecBuilder pingInterval(Duration changed) {
        pingInterval = changed;
        return this;
    }

    public NodeSpecBuilder peerTimeout(Duration changed) {
        peerTimeout = changed;
        return this;
    }

    public NodeSpecBuilder requestTimeout(Duration changed) {
        requestTimeout = changed;
        return this;
    }

    public NodeSpecBuilder blockTime(Duration changed) {
        blockTime = changed;
        return this;
    }

    public NodeSpecBuilder difficulty(int changed) {
        difficulty = changed;
        return this;
    }

    public NodeSpecBuilder maxBlockBytes(int changed) {
        maxBlockBytes = changed;
        return this;
    }

    public NodeSpecBuilder maxMessageBytes(int changed) {
        maxMessageBytes = changed;
        return this;
    }

    public NodeSpecBuilder mining(boolean changed) {
        mining = changed;
        return this;
    }

    public NodeSpecBuilder transactionInterval(@Nullable Duration changed) {
        transactionInterval = changed;
        return this;
    }

    public NodeSpecBuilder rateLimit(RateLimit changed) {
        rateLimit = changed;
        return this;
    }

    public NodeSpecBuilder discovery(DiscoverySettings changed) {
        discovery = changed;
        return this;
    }

    public NodeSpecBuilder qualityOfService(boolean changed) {
        qualityOfService = changed;
        return this;
    }

    public NodeSpecBuilder machine(Machine changed) {
        machine = changed;
        return this;
    }

    public NodeSpecBuilder dataDirectory(@Nullable Path changed) {
        dataDirectory = changed;
        return this;
    }

    public NodeSpec build() {
        return new NodeSpec(
                name,
                listen,
                bootstrapPeers,
                http,
                maxPeers,
                connectionTimeout,
                pingInterval,
                peerTimeout,
                requestTimeout,
                blockTime,
                difficulty,
                maxBlockBytes,
                maxMessageBytes,
                mining,
                transactionInterval,
                rateLimit,
                discovery,
                qualityOfService,
                machine,
                dataDirectory);
    }
}
