package org.polytorus.simulator.scenario;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Counter;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Something that can be measured at a testnet, and compared. Durations are in nanoseconds, memory in bytes. */
public sealed interface Quantity {

    /** How many different tips the running nodes follow. */
    record Tips() implements Quantity {}

    /** How many groups of nodes there are that links with traffic join. */
    record Groups() implements Quantity {}

    /** How many blocks the lowest running node is behind the highest. */
    record Behind() implements Quantity {}

    /** How long something takes to a node: 50, 90 or 99 of 100 times it is less. Nothing before the first arrival. */
    record Travel(int percentile, What what) implements Quantity {
        /** What travels, and until when. */
        public enum What {
            /** Blocks, until they are a node's tip. */
            TIPS,
            /** Blocks, until a node is first brought them. */
            BLOCKS,
            /** Transactions, until a node is first brought them. */
            TRANSACTIONS
        }

        /** Blocks, until they are a node's tip. */
        public Travel(int percentile) {
            this(percentile, What.TIPS);
        }
    }

    /** How many blocks and transactions were brought to a node that had them already. */
    record RedundantCopies() implements Quantity {}

    /** The memory that the whole program uses. */
    record Memory() implements Quantity {}

    /** A counter of one node, or the sum over all for null. */
    record Counted(Counter counter, @Nullable NodeName node) implements Quantity {}

    /** A figure of one node, or over all of them for null. */
    record Figure(Kind kind, @Nullable NodeName node) implements Quantity {
        /** What the figure is of. */
        public enum Kind {
            /** Of all nodes: the highest. */
            HEIGHT,
            /** Of all nodes: the fewest that a running one has. */
            PEERS,
            REORGANISATIONS,
            /** Peers on blacklists. */
            BLACKLISTED,
            /** Transactions that wait; of all nodes: at the one with the most. */
            MEMPOOL,
            /** Messages that were given up because a queue was full. */
            DROPPED,
            /** Transactions in the blocks of the chain; of all nodes: the most. */
            TRANSACTIONS,
            /** Nodes that think they may be cut off. */
            SUSPICIONS,
            /** Nodes that run. */
            RUNNING
        }
    }

    /** A value of it as people read it. */
    default String text(double value) {
        return switch (this) {
            case Travel _ -> Times.text(Duration.ofNanos((long) value));
            case Memory _ -> String.format(Locale.ROOT, "%.0f MiB", value / (1 << 20));
            case Tips _ -> count(value, "tip");
            case Groups _ -> count(value, "group");
            case Behind _ -> count(value, "block") + " behind";
            case RedundantCopies _ -> String.format(Locale.ROOT, "%.0f", value);
            case Counted _, Figure _ -> String.format(Locale.ROOT, "%.0f", value);
        };
    }

    private static String count(double value, String what) {
        return String.format(Locale.ROOT, "%.0f %s%s", value, what, value == 1 ? "" : "s");
    }

    /** What it is now; empty where there is nothing to measure yet. */
    default OptionalDouble of(Moment moment) {
        TestnetSnapshot now = moment.snapshot();
        return switch (this) {
            case Tips _ -> OptionalDouble.of(now.tips());
            case Groups _ -> OptionalDouble.of(now.components().size());
            case Behind _ -> behind(now);
            case Travel travel -> travel(now.propagation(), travel);
            case RedundantCopies _ ->
                OptionalDouble.of((double) (redundant(now.propagation().blockTravel())
                        + redundant(now.propagation().transactionTravel())));
            case Memory _ -> OptionalDouble.of((double) moment.memoryBytes());
            case Counted counted -> counted(counted, now);
            case Figure figure -> figure(figure, now);
        };
    }

    private static OptionalDouble behind(TestnetSnapshot now) {
        int highest = running(now, null).mapToInt(NodeSnapshot::height).max().orElse(0);
        int lowest = running(now, null).mapToInt(NodeSnapshot::height).min().orElse(0);
        return OptionalDouble.of(highest - lowest);
    }

    private static long redundant(PropagationSnapshot.Travel travel) {
        return travel.copies().redundantData();
    }

    private static OptionalDouble travel(PropagationSnapshot seen, Travel travel) {
        int percentile = travel.percentile();
        long nanos = switch (travel.what()) {
            case TIPS -> percentile <= 50 ? seen.p50Nanos() : percentile <= 90 ? seen.p90Nanos() : seen.p99Nanos();
            case BLOCKS -> percentile(seen.blockTravel(), percentile);
            case TRANSACTIONS -> percentile(seen.transactionTravel(), percentile);
        };
        return nanos < 0 ? OptionalDouble.empty() : OptionalDouble.of((double) nanos);
    }

    private static long percentile(PropagationSnapshot.Travel seen, int percentile) {
        return percentile <= 50 ? seen.p50Nanos() : percentile <= 90 ? seen.p90Nanos() : seen.p99Nanos();
    }

    private static OptionalDouble counted(Counted counted, TestnetSnapshot now) {
        return OptionalDouble.of(all(now, counted.node())
                .mapToDouble(node -> counted.counter().of(node.stats()))
                .sum());
    }

    private static OptionalDouble figure(Figure figure, TestnetSnapshot now) {
        NodeName node = figure.node();
        return switch (figure.kind()) {
            case HEIGHT -> running(now, node).mapToDouble(NodeSnapshot::height).max();
            case PEERS ->
                running(now, node).mapToDouble(one -> one.peers().size()).min();
            case MEMPOOL ->
                running(now, node).mapToDouble(NodeSnapshot::mempoolSize).max();
            case TRANSACTIONS ->
                running(now, node).mapToDouble(NodeSnapshot::chainTransactions).max();
            case REORGANISATIONS -> sum(now, node, one -> (double) one.reorganisations());
            case BLACKLISTED -> sum(now, node, one -> one.blacklist().size());
            case DROPPED -> sum(now, node, one -> (double) one.queueStats().totalMessagesDropped());
            case SUSPICIONS -> sum(now, node, one -> one.suspicion() == null ? 0 : 1);
            case RUNNING -> sum(now, node, one -> one.state() == NodeSnapshot.State.RUNNING ? 1 : 0);
        };
    }

    private static OptionalDouble sum(
            TestnetSnapshot now, @Nullable NodeName node, ToDoubleFunction<NodeSnapshot> figure) {
        return OptionalDouble.of(all(now, node).mapToDouble(figure).sum());
    }

    private static Stream<NodeSnapshot> running(TestnetSnapshot now, @Nullable NodeName node) {
        return all(now, node).filter(one -> one.state() == NodeSnapshot.State.RUNNING);
    }

    private static Stream<NodeSnapshot> all(TestnetSnapshot now, @Nullable NodeName node) {
        return now.nodes().stream().filter(one -> node == null || one.name().equals(node));
    }
}
