package org.polytorus.simulator.app.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;
import org.polytorus.simulator.testnet.PropagationSnapshot.BlockSpread;
import org.polytorus.simulator.testnet.PropagationSnapshot.Journey;
import org.polytorus.simulator.testnet.PropagationSnapshot.TransactionSpread;

/** How far single blocks and transactions came, as {@code run --json} tells it. */
public final class JourneySummary {
    /** The latest of each kind are told with who had them from whom. */
    static final int MOST_TREES = 10;
    /** Deliveries that are told of each of those, the fastest. */
    static final int MOST_DELIVERIES = 1_000;

    private static final double NANOS_PER_SECOND = 1e9;

    private JourneySummary() {}

    /**
     * One block.
     *
     * @param secondsAgo when it was mined
     * @param nodes how many other nodes have followed it as their tip
     * @param medianMs until half of those did
     * @param lastMs until the last of those did
     * @param reach how its data came to the nodes
     */
    public record BlockJourney(
            String block,
            int height,
            String miner,
            double secondsAgo,
            int nodes,
            @Nullable Double medianMs,
            @Nullable Double lastMs,
            Reach reach) {}

    /** One transaction. */
    public record TransactionJourney(String transaction, String origin, double secondsAgo, Reach reach) {}

    /**
     * How something came to the nodes.
     *
     * @param nodes how many others were brought it
     * @param msTo50Percent until half of all nodes had it, the one that it comes from included; null while fewer have it
     * @param redundantCopies deliveries to nodes that had it already
     * @param deliveries who had it from whom, the fastest first; null for all but the latest
     */
    public record Reach(
            int nodes,
            @Nullable Double msTo50Percent,
            @Nullable Double msTo90Percent,
            @Nullable Double msTo99Percent,
            long redundantCopies,
            long announcements,
            long redundantAnnouncements,
            @Nullable List<Delivery> deliveries) {}

    /** A first delivery; {@code from} is null for a stranger. */
    public record Delivery(String node, @Nullable String from, double ms) {}

    static List<BlockJourney> blocks(List<BlockSpread> blocks, long nowNanos) {
        List<BlockJourney> journeys = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            BlockSpread block = blocks.get(i);
            List<Arrival> tips = block.arrivals();
            journeys.add(new BlockJourney(
                    block.hash().toString(),
                    block.height(),
                    block.miner().value(),
                    secondsAgo(block.minedNanos(), nowNanos),
                    tips.size(),
                    tips.isEmpty() ? null : millis(tips.get((tips.size() - 1) / 2)),
                    tips.isEmpty() ? null : millis(tips.getLast()),
                    reach(block.journey(), i >= blocks.size() - MOST_TREES)));
        }
        return journeys;
    }

    static List<TransactionJourney> transactions(List<TransactionSpread> transactions, long nowNanos) {
        List<TransactionJourney> journeys = new ArrayList<>();
        for (int i = 0; i < transactions.size(); i++) {
            TransactionSpread one = transactions.get(i);
            journeys.add(new TransactionJourney(
                    one.hash().toString(),
                    one.origin().value(),
                    secondsAgo(one.madeNanos(), nowNanos),
                    reach(one.journey(), i >= transactions.size() - MOST_TREES)));
        }
        return journeys;
    }

    static <T> List<T> latest(List<T> oldestFirst, int most) {
        return oldestFirst.subList(Math.max(0, oldestFirst.size() - most), oldestFirst.size());
    }

    private static Reach reach(Journey journey, boolean withTree) {
        return new Reach(
                journey.deliveries().size(),
                PropagationSummary.millis(journey.halfNanos()),
                PropagationSummary.millis(journey.mostNanos()),
                PropagationSummary.millis(journey.almostAllNanos()),
                journey.copies().redundantData(),
                journey.copies().announcements(),
                journey.copies().redundantAnnouncements(),
                withTree
                        ? journey.deliveries().stream()
                                .limit(MOST_DELIVERIES)
                                .map(one -> new Delivery(one.node().value(), Summaries.text(one.from()), millis(one)))
                                .toList()
                        : null);
    }

    private static double millis(Arrival arrival) {
        return arrival.nanos() / 1e6;
    }

    private static double secondsAgo(long epochNanos, long nowNanos) {
        return Math.max(0, nowNanos - epochNanos) / NANOS_PER_SECOND;
    }
}
