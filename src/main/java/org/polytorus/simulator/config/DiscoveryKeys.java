package org.polytorus.simulator.config;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.testnet.NodeSpec;

/** Reads from testnet files whether and how nodes look for peers, and checks it against what else a node may. */
final class DiscoveryKeys {
    static final List<String> KEYS = List.of("discovery", "discovery_interval", "wished_peers");

    private DiscoveryKeys() {}

    static void read(TomlTable table, NodeDraft draft) {
        set(draft, table.bool("discovery"), DiscoverySettings::withEnabled);
        set(
                draft,
                table.duration("discovery_interval", Limits.MIN_TIMEOUT, Limits.MAX_INTERVAL),
                DiscoverySettings::withInterval);
        set(
                draft,
                PolytorusNodeFile.whole(
                        table, "wished_peers", Limits.MIN_PEERS, Limits.MAX_PEERS, "a whole number of peers"),
                DiscoverySettings::withWishedPeers);
    }

    /** Takes over one setting, unless the file does not have it or has it wrong. */
    static <T> void set(
            NodeDraft draft, @Nullable T value, BiFunction<DiscoverySettings, T, DiscoverySettings> setting) {
        if (value != null) {
            DiscoverySettings changed = setting.apply(draft.settings.discovery(), value);
            draft.settings = draft.settings.but().discovery(changed).build();
        }
    }

    /** A wish that the node's own bound keeps from coming true. */
    static void check(NodeDraft node, Problems problems) {
        NodeSpec settings = node.settings;
        int wished = settings.discovery().wishedPeers();
        if (settings.discovery().enabled() && wished > settings.maxPeers()) {
            problems.warning(
                    node.place,
                    "found a wish for " + wished + " peers and max_peers = " + settings.maxPeers()
                            + "; the node looks for no more than that; raise max_peers or lower wished_peers");
        }
    }
}
