package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the settings of a node from a testnet file, where they stand under {@code [defaults]} or {@code [[nodes]]}. */
final class NodeSettingsTable {
    static final List<String> KEYS = List.of(
            "block_time",
            "difficulty",
            "max_block_size",
            "max_message_size",
            "max_peers",
            "connection_timeout",
            "ping_interval",
            "peer_timeout",
            "transaction_interval",
            "mining");
    private static final String OFF = "off";

    private NodeSettingsTable() {}

    /** Sets what the table says. */
    static void read(TomlTable table, NodeDraft draft) {
        draft.blockTime = duration(table, "block_time", Limits.MIN_INTERVAL, draft.blockTime);
        draft.connectionTimeout = duration(table, "connection_timeout", Limits.MIN_TIMEOUT, draft.connectionTimeout);
        draft.pingInterval = duration(table, "ping_interval", Limits.MIN_INTERVAL, draft.pingInterval);
        draft.peerTimeout = duration(table, "peer_timeout", Limits.MIN_TIMEOUT, draft.peerTimeout);
        draft.difficulty = PolytorusNodeFile.difficulty(table, draft.difficulty);
        draft.maxBlockBytes = PolytorusNodeFile.bytes(table, "max_block_size", draft.maxBlockBytes);
        draft.maxMessageBytes = PolytorusNodeFile.bytes(table, "max_message_size", draft.maxMessageBytes);
        draft.maxPeers = PolytorusNodeFile.whole(
                table, "max_peers", Limits.MIN_PEERS, Limits.MAX_PEERS, "a whole number", draft.maxPeers);
        Boolean mining = table.bool("mining");
        draft.mining = mining == null ? draft.mining : mining;
        readTransactionInterval(table, draft);
    }

    private static void readTransactionInterval(TomlTable table, NodeDraft draft) {
        String key = "transaction_interval";
        if (table.has(key, value -> value.isString() && value.stringValue().equals(OFF))) {
            draft.transactionInterval = null;
        } else if (table.has(key, JsonNode::isBoolean)) {
            table.expected(key, "a duration such as \"2s\", or \"off\"");
        } else {
            Duration interval = table.duration(key, Limits.MIN_INTERVAL, Limits.MAX_INTERVAL);
            draft.transactionInterval = interval == null ? draft.transactionInterval : interval;
        }
    }

    private static Duration duration(TomlTable table, String key, Duration min, Duration otherwise) {
        Duration value = table.duration(key, min, Limits.MAX_INTERVAL);
        return value == null ? otherwise : value;
    }
}
