package org.polytorus.simulator.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.NodeDraft.Address;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeSpecBuilder;

/**
 * Reads PolyTorus's own node files. They have sections for parts of PolyTorus that the simulator does not have; those
 * are passed over without a word. What stands in {@code [network]} is all known, so anything else there is a slip.
 */
final class PolytorusNodeFile {
    private static final String NETWORK = "network";
    private static final List<String> NETWORK_KEYS = List.of(
            "listen_addr",
            "bootstrap_peers",
            "max_peers",
            "connection_timeout",
            "ping_interval",
            "peer_timeout",
            "enable_discovery",
            "discovery_interval",
            "max_message_size",
            "bandwidth_limit");

    private final Addresses addresses;
    private final Problems problems;

    PolytorusNodeFile(Addresses addresses, Problems problems) {
        this.addresses = addresses;
        this.problems = problems;
    }

    /** What to call the node of a file: {@code modular-node1.toml} is node1. */
    static String nameOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        return stem.startsWith("modular-") ? stem.substring("modular-".length()) : stem;
    }

    /** Takes the name of a file for its node, or notes why it cannot be one. */
    @Nullable
    NodeName nameOf(String fileName, Place place) {
        String name = nameOf(fileName);
        if (NodeName.isValid(name)) {
            return new NodeName(name);
        }
        problems.error(
                place,
                "found " + Texts.quote(name) + " as the node's name, taken from the file's name, expected 1 to "
                        + NodeName.MAX_LENGTH + " printable characters; rename the file");
        return null;
    }

    /** Sets what the file says. */
    void read(TomlDocument document, NodeDraft draft) {
        TomlTable top = TomlTable.top(document, problems);
        if (!top.has(NETWORK) && document.complete()) {
            problems.error(
                    document.place(),
                    "found no [network] and no [testnet], expected a node file with the one or a testnet file with"
                            + " the other" + misspeltSection(top));
        }
        TomlTable network = top.table(NETWORK);
        if (network != null) {
            readNetwork(network, draft);
        }
        TomlTable consensus = top.table("consensus");
        if (consensus != null) {
            readConsensus(consensus, draft);
        }
        TomlTable http = top.table("http");
        if (http != null) {
            readHttp(http, draft);
        }
        TomlTable storage = top.table("storage");
        if (storage != null) {
            draft.dataDirectory = DataDirectory.read(storage);
        }
    }

    private static String misspeltSection(TomlTable top) {
        for (String key : top.keys()) {
            String advice = Texts.didYouMean(key, List.of(NETWORK, "testnet"));
            if (!advice.isEmpty()) {
                return "; found [" + key + "]" + advice;
            }
        }
        return "";
    }

    private void readNetwork(TomlTable network, NodeDraft draft) {
        network.warnOfUnknown(NETWORK_KEYS);
        Address listen = addresses.listening(network, "listen_addr");
        draft.listen = listen == null ? draft.listen : listen;
        readBootstrapPeers(network, draft);
        draft.set(maxPeers(network), NodeSpecBuilder::maxPeers);
        draft.set(seconds(network, "connection_timeout"), NodeSpecBuilder::connectionTimeout);
        draft.set(seconds(network, "ping_interval"), NodeSpecBuilder::pingInterval);
        draft.set(seconds(network, "peer_timeout"), NodeSpecBuilder::peerTimeout);
        draft.set(bytes(network, "max_message_size"), NodeSpecBuilder::maxMessageBytes);
        DiscoveryKeys.set(draft, network.bool("enable_discovery"), DiscoverySettings::withEnabled);
        DiscoveryKeys.set(draft, seconds(network, "discovery_interval"), DiscoverySettings::withInterval);
        Long limit = network.wholeNumber("bandwidth_limit", 1, Long.MAX_VALUE, "a whole number of bytes per second");
        if (limit != null) {
            problems.warning(
                    network.place("bandwidth_limit"),
                    "found " + limit + ", which has no effect; limit the bandwidth of links in a testnet file instead");
        }
    }

    private void readBootstrapPeers(TomlTable network, NodeDraft draft) {
        String key = "bootstrap_peers";
        List<TomlTable.Entry> peers = network.texts(key, "addresses, such as [\"127.0.0.1:8001\"]");
        if (peers.size() > Limits.MAX_PEERS) {
            network.error(key, "found " + peers.size() + " addresses, expected at most " + Limits.MAX_PEERS);
            return;
        }
        for (TomlTable.Entry peer : peers) {
            Address address = addresses.dialled(peer, problems);
            if (address != null) {
                draft.bootstrapPeers.add(address);
            }
        }
    }

    private void readHttp(TomlTable http, NodeDraft draft) {
        draft.http = addresses.listening(http, "bind_address");
        Integer maxRequestBytes = bytes(http, "max_request_size");
        draft.maxRequestBytes = maxRequestBytes == null ? draft.maxRequestBytes : maxRequestBytes;
        Duration timeout = seconds(http, "timeout");
        draft.requestTimeout = timeout == null ? draft.requestTimeout : timeout;
        if (Boolean.TRUE.equals(http.bool("enable_cors"))) {
            problems.note(
                    http.place("enable_cors"),
                    "found true, which has no effect: pages of other sites may not use a node's HTTP interface");
        }
    }

    private static void readConsensus(TomlTable consensus, NodeDraft draft) {
        draft.set(ticks(consensus, "block_time", ChronoUnit.MILLIS, Limits.MIN_INTERVAL), NodeSpecBuilder::blockTime);
        draft.set(difficulty(consensus), NodeSpecBuilder::difficulty);
        draft.set(bytes(consensus, "max_block_size"), NodeSpecBuilder::maxBlockBytes);
    }

    /** The difficulty, which stands under the same key in files of either kind. */
    static @Nullable Integer difficulty(TomlTable table) {
        return whole(
                table,
                "difficulty",
                Limits.MIN_DIFFICULTY,
                Limits.MAX_DIFFICULTY,
                "a whole number (each step takes 16 times the work, and with more mining would stall)");
    }

    static @Nullable Integer maxPeers(TomlTable table) {
        return whole(table, "max_peers", Limits.MIN_PEERS, Limits.MAX_PEERS, "a whole number");
    }

    static @Nullable Integer bytes(TomlTable table, String key) {
        return whole(table, key, Limits.MIN_MESSAGE_BYTES, Limits.MAX_MESSAGE_BYTES, "a whole number of bytes");
    }

    static @Nullable Integer whole(TomlTable table, String key, int min, int max, String what) {
        Long value = table.wholeNumber(key, min, max, what);
        return value == null ? null : value.intValue();
    }

    private static @Nullable Duration seconds(TomlTable table, String key) {
        return ticks(table, key, ChronoUnit.SECONDS, Limits.MIN_TIMEOUT);
    }

    private static @Nullable Duration ticks(TomlTable table, String key, ChronoUnit unit, Duration min) {
        Duration one = unit.getDuration();
        String what = "a whole number of " + (unit == ChronoUnit.MILLIS ? "milliseconds" : "seconds");
        Long value = table.wholeNumber(key, min.dividedBy(one), Limits.MAX_INTERVAL.dividedBy(one), what);
        return value == null ? null : one.multipliedBy(value);
    }
}
