package org.polytorus.simulator.protocol;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.TreeLimits;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.model.RateLimit;

/** {@link NodeSettings} that differ from others; each method sets what it is named after. */
public final class NodeSettingsBuilder {
    private List<Endpoint> bootstrapPeers;
    private int maxPeers;
    private Duration connectionTimeout;
    private Duration pingInterval;
    private Duration peerTimeout;
    private Duration requestTimeout;
    private Duration blockTime;
    private int difficulty;
    private int maxBlockBytes;
    private boolean mining;
    private @Nullable Duration transactionInterval;
    private RateLimit rateLimit;
    private DiscoverySettings discovery;
    private boolean qualityOfService;
    private Machine machine;
    private TreeLimits treeLimits;
    private boolean remembers;
    private boolean tellsCopies;

    NodeSettingsBuilder(NodeSettings from) {
        bootstrapPeers = from.bootstrapPeers();
        maxPeers = from.maxPeers();
        connectionTimeout = from.connectionTimeout();
        pingInterval = from.pingInterval();
        peerTimeout = from.peerTimeout();
        requestTimeout = from.requestTimeout();
        blockTime = from.blockTime();
        difficulty = from.difficulty();
        maxBlockBytes = from.maxBlockBytes();
        mining = from.mining();
        transactionInterval = from.transactionInterval();
        rateLimit = from.rateLimit();
        discovery = from.discovery();
        qualityOfService = from.qualityOfService();
        machine = from.machine();
        treeLimits = from.treeLimits();
        remembers = from.remembers();
        tellsCopies = from.tellsCopies();
    }

    public NodeSettingsBuilder bootstrapPeers(List<Endpoint> changed) {
        bootstrapPeers = changed;
        return this;
    }

    public NodeSettingsBuilder maxPeers(int changed) {
        maxPeers = changed;
        return this;
    }

    public NodeSettingsBuilder connectionTimeout(Duration changed) {
        connectionTimeout = changed;
        return this;
    }

    public NodeSettingsBuilder pingInterval(Duration changed) {
        pingInterval = changed;
        return this;
    }

    public NodeSettingsBuilder peerTimeout(Duration changed) {
        peerTimeout = changed;
        return this;
    }

    public NodeSettingsBuilder requestTimeout(Duration changed) {
        requestTimeout = changed;
        return this;
    }

    public NodeSettingsBuilder blockTime(Duration changed) {
        blockTime = changed;
        return this;
    }

    public NodeSettingsBuilder difficulty(int changed) {
        difficulty = changed;
        return this;
    }

    public NodeSettingsBuilder maxBlockBytes(int changed) {
        maxBlockBytes = changed;
        return this;
    }

    public NodeSettingsBuilder mining(boolean changed) {
        mining = changed;
        return this;
    }

    public NodeSettingsBuilder transactionInterval(@Nullable Duration changed) {
        transactionInterval = changed;
        return this;
    }

    public NodeSettingsBuilder rateLimit(RateLimit changed) {
        rateLimit = changed;
        return this;
    }

    public NodeSettingsBuilder discovery(DiscoverySettings changed) {
        discovery = changed;
        return this;
    }

    public NodeSettingsBuilder qualityOfService(boolean changed) {
        qualityOfService = changed;
        return this;
    }

    public NodeSettingsBuilder machine(Machine changed) {
        machine = changed;
        return this;
    }

    public NodeSettingsBuilder treeLimits(TreeLimits changed) {
        treeLimits = changed;
        return this;
    }

    public NodeSettingsBuilder remembers(boolean changed) {
        remembers = changed;
        return this;
    }

    public NodeSettingsBuilder tellsCopies(boolean changed) {
        tellsCopies = changed;
        return this;
    }

    public NodeSettings build() {
        return new NodeSettings(
                bootstrapPeers,
                maxPeers,
                connectionTimeout,
                pingInterval,
                peerTimeout,
                requestTimeout,
                blockTime,
                difficulty,
                maxBlockBytes,
                mining,
                transactionInterval,
                rateLimit,
                discovery,
                qualityOfService,
                machine,
                treeLimits,
                remembers,
                tellsCopies);
    }
}
