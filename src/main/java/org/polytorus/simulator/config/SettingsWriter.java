package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.RateLimit;
import org.polytorus.simulator.testnet.NodeSpec;

/** Writes what a node's settings have that others do not, as {@link NodeSettingsTable} reads it. */
final class SettingsWriter {
    private final TomlText toml;
    private final NodeSpec node;
    private final NodeSpec usual;

    private SettingsWriter(TomlText toml, NodeSpec node, NodeSpec usual) {
        this.toml = toml;
        this.node = node;
        this.usual = usual;
    }

    /** Into the latest table. */
    static void write(TomlText toml, NodeSpec node, NodeSpec usual) {
        SettingsWriter writer = new SettingsWriter(toml, node, usual);
        writer.put("block_time", of -> time(of.blockTime()));
        writer.put("difficulty", NodeSpec::difficulty);
        writer.put("max_block_size", NodeSpec::maxBlockBytes);
        writer.put("max_message_size", NodeSpec::maxMessageBytes);
        writer.put("max_peers", NodeSpec::maxPeers);
        writer.put("connection_timeout", of -> time(of.connectionTimeout()));
        writer.put("ping_interval", of -> time(of.pingInterval()));
        writer.put("peer_timeout", of -> time(of.peerTimeout()));
        writer.put("request_timeout", of -> time(of.requestTimeout()));
        writer.put("mining", NodeSpec::mining);
        writer.put("transaction_interval", of -> orOff(of.transactionInterval()));
        writer.put("rate_limit", of -> limit(of.rateLimit()));
        writer.put("discovery", of -> of.discovery().enabled());
        writer.put("discovery_interval", of -> time(of.discovery().interval()));
        writer.put("wished_peers", of -> of.discovery().wishedPeers());
        MachineKeys.write(toml, node.machine(), usual.machine());
    }

    private void put(String key, Function<NodeSpec, Object> value) {
        Object own = value.apply(node);
        if (!Objects.equals(own, value.apply(usual))) {
            toml.put(key, own);
        }
    }

    private static String time(Duration time) {
        return TomlText.quoted(Units.text(time));
    }

    private static String orOff(@Nullable Duration time) {
        return time == null ? TomlText.quoted("off") : time(time);
    }

    private static String limit(RateLimit limit) {
        return "{ messages = " + limit.messagesPerSecond() + ", burst = " + limit.burstMessages() + ", bytes = "
                + TomlText.quoted(limit.bytesPerSecond() + "B/s") + " }";
    }
}
