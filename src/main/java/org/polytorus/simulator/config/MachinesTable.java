package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.testnet.NodeSpec;

/**
 * Reads {@code [[machines]]}, each with the share of the nodes that run on such a one, and deals them out by the testnet's
 * seed. A node that says by itself what it runs on keeps that; what the shares leave over runs on machines without limits.
 */
final class MachinesTable {
    static final String KEY = "machines";
    private static final String SHARE = "share";
    private static final List<String> KEYS =
            Stream.concat(Stream.of(SHARE), MachineKeys.KEYS.stream()).toList();

    /** Shares are sums of fractions that no double holds. */
    private static final double ROUNDING = 1e-9;

    /** Keeps these draws apart from those of a shape, which begin with the same seed. */
    private static final long SEED_OFFSET = 1_000_003;

    private record Kind(double upTo, Machine machine) {}

    private final List<Kind> kinds = new ArrayList<>();
    private final Random random;

    MachinesTable(long seed) {
        random = new Random(seed + SEED_OFFSET);
    }

    /** Notes errors in the tables themselves. */
    void read(TomlTable top, NodeSpec defaults) {
        double all = 0;
        for (TomlTable table : top.tables(KEY)) {
            table.warnOfUnknown(KEYS);
            double share = LinkFileConditions.share(table, SHARE);
            if (!table.has(SHARE) && table.isComplete()) {
                table.problems()
                        .error(
                                table.place(),
                                "found no share, expected share = 0.2, or how many nodes run on such a one");
            }
            all += share;
            if (all > 1 + ROUNDING) {
                table.error(SHARE, "found shares of more than all nodes together, expected a sum of 1 at the most");
            }
            kinds.add(new Kind(all, MachineKeys.read(table, Machine.UNLIMITED)));
        }
        if (!kinds.isEmpty() && !defaults.machine().equals(Machine.UNLIMITED)) {
            top.error(
                    KEY,
                    "found machines here and one for all nodes under [defaults] (" + String.join(", ", MachineKeys.KEYS)
                            + "), expected one of the two");
        }
    }

    /** Gives the next node its machine. */
    NodeSpec deal(NodeSpec node) {
        if (kinds.isEmpty()) {
            return node;
        }
        double drawn = random.nextDouble();
        if (!node.machine().equals(Machine.UNLIMITED)) {
            return node;
        }
        return kinds.stream()
                .filter(kind -> drawn < kind.upTo())
                .findFirst()
                .map(kind -> node.but().machine(kind.machine()).build())
                .orElse(node);
    }
}
