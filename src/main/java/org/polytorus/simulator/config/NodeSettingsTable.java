package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.NodeSpecBuilder;
import tools.jackson.databind.JsonNode;

/** Reads the settings of a node from a testnet file, where they stand under {@code [defaults]} or {@code [[nodes]]}. */
final class NodeSettingsTable {
    private static final List<String> OWN_KEYS = List.of(
            "block_time",
            "difficulty",
            "max_block_size",
            "max_message_size",
            "max_peers",
            "connection_timeout",
            "ping_interval",
            "peer_timeout",
            "request_timeout",
            "transaction_interval",
            "mining",
            RateLimitTable.KEY,
            DataDirectory.KEY);
    static final List<String> KEYS = Stream.of(OWN_KEYS, DiscoveryKeys.KEYS, MachineKeys.KEYS)
            .flatMap(List::stream)
            .toList();
    private static final String OFF = "off";

    private NodeSettingsTable() {}

    /** Sets what the table says. */
    static void read(TomlTable table, NodeDraft draft) {
        draft.set(duration(table, "block_time", Limits.MIN_INTERVAL), NodeSpecBuilder::blockTime);
        draft.set(duration(table, "connection_timeout", Limits.MIN_TIMEOUT), NodeSpecBuilder::connectionTimeout);
        draft.set(duration(table, "ping_interval", Limits.MIN_INTERVAL), NodeSpecBuilder::pingInterval);
        draft.set(duration(table, "peer_timeout", Limits.MIN_TIMEOUT), NodeSpecBuilder::peerTimeout);
        draft.set(duration(table, "request_timeout", Limits.MIN_TIMEOUT), NodeSpecBuilder::requestTimeout);
        draft.set(PolytorusNodeFile.difficulty(table), NodeSpecBuilder::difficulty);
        draft.set(PolytorusNodeFile.bytes(table, "max_block_size"), NodeSpecBuilder::maxBlockBytes);
        draft.set(PolytorusNodeFile.bytes(table, "max_message_size"), NodeSpecBuilder::maxMessageBytes);
        draft.set(PolytorusNodeFile.maxPeers(table), NodeSpecBuilder::maxPeers);
        draft.set(table.bool("mining"), NodeSpecBuilder::mining);
        draft.set(RateLimitTable.read(table, draft.settings.rateLimit()), NodeSpecBuilder::rateLimit);
        draft.set(MachineKeys.read(table, draft.settings.machine()), NodeSpecBuilder::machine);
        readTransactionInterval(table, draft);
        DiscoveryKeys.read(table, draft);
    }

    private static void readTransactionInterval(TomlTable table, NodeDraft draft) {
        String key = "transaction_interval";
        if (table.has(key, value -> value.isString() && value.stringValue().equals(OFF))) {
            draft.settings = draft.settings.but().transactionInterval(null).build();
        } else if (table.has(key, JsonNode::isBoolean)) {
            table.expected(key, "a duration such as \"2s\", or \"off\"");
        } else {
            draft.set(duration(table, key, Limits.MIN_INTERVAL), NodeSpecBuilder::transactionInterval);
        }
    }

    private static @Nullable Duration duration(TomlTable table, String key, Duration min) {
        return table.duration(key, min, Limits.MAX_INTERVAL);
    }
}
