package org.polytorus.simulator.invariant;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetSpec;

/** All invariants there are, fresh for one run. */
public final class Invariants {
    /** The narrowest line, each way, of a machine that keeps pace. */
    public static final int LEAST_BITS_PER_SECOND = 10_000_000;

    /** The longest that a machine which keeps pace checks a block, whatever its size. */
    public static final Duration LONGEST_CHECK = Duration.ofMillis(100);

    /** The longest that it checks each megabyte of a block besides. */
    public static final Duration LONGEST_CHECK_OF_MEGABYTE = Duration.ofSeconds(1);

    private Invariants() {}

    /** After everything that a node handles; in virtual time. */
    public static List<NodeInvariant> ofNodes() {
        return List.of(
                new FollowsValidChain(),
                new KeepsItsChain(),
                new WithinBounds(),
                new OnePoolState(),
                new KnowsItsConnections());
    }

    /**
     * Now and then, on either clock. When nodes come together again is promised of machines alone that keep pace: on a narrow
     * line, or where blocks are checked slowly, what was begun in a bad hour takes as long as it takes.
     */
    public static List<TestnetInvariant> ofTestnets(TestnetSpec spec) {
        List<TestnetInvariant> always = List.of(new NodesLive(), new CountersGrow(), new PoolShown(), new EndsAgree());
        boolean areTimesPromised = spec.nodes().stream().map(NodeSpec::machine).allMatch(Invariants::keepsPace);
        List<TestnetInvariant> inTime = areTimesPromised ? List.of(new WholeAgain(), new OneTipInTheEnd()) : List.of();
        return Stream.concat(always.stream(), inTime.stream()).toList();
    }

    /** Whether a node that runs on it passes on the largest usual blocks, to all of its peers, well within what the rules wait. */
    static boolean keepsPace(Machine machine) {
        return isWide(machine.upload())
                && isWide(machine.download())
                && machine.perBlock().compareTo(LONGEST_CHECK) <= 0
                && machine.perMegabyte().compareTo(LONGEST_CHECK_OF_MEGABYTE) <= 0;
    }

    private static boolean isWide(@Nullable Bandwidth line) {
        return line == null || line.bitsPerSecond() >= LEAST_BITS_PER_SECOND;
    }
}
