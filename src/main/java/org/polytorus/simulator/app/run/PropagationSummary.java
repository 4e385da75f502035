package org.polytorus.simulator.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.run.JourneySummary.BlockJourney;
import org.polytorus.simulator.app.run.JourneySummary.TransactionJourney;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot.Copies;
import org.polytorus.simulator.testnet.PropagationSnapshot.Travel;

/**
 * How fast blocks and transactions came to other nodes. The first four are about blocks from mining to being a node's tip, in
 * milliseconds; null before the first.
 *
 * @param arrivals times that were measured
 * @param blockDeliveries from mining to the first delivery of the data
 * @param transactionDeliveries from making to the first delivery
 * @param blocks the latest, oldest first
 * @param transactions the latest, oldest first, fewer than were followed
 * @param missedCopies copies and announcements of which nothing here knows, since too many came at once
 */
public record PropagationSummary(
        long arrivals,
        @Nullable Double p50Ms,
        @Nullable Double p90Ms,
        @Nullable Double p99Ms,
        Deliveries blockDeliveries,
        Deliveries transactionDeliveries,
        List<BlockJourney> blocks,
        List<TransactionJourney> transactions,
        long missedCopies) {
    /** Transactions that are listed. */
    static final int MOST_TRANSACTIONS = 100;

    private static final double NANOS_PER_MILLI = 1e6;

    public PropagationSummary {
        blocks = List.copyOf(blocks);
        transactions = List.copyOf(transactions);
    }

    /**
     * All deliveries of one kind.
     *
     * @param deliveries first deliveries to another node, over the latest; the times are of these
     * @param copies deliveries of the data in the whole run, first ones and others
     * @param redundantCopies those of them to a node that had it already
     * @param announcements that somebody has it, in the whole run
     * @param redundantAnnouncements those of them to a node that had it already
     * @param forgotten how many are no longer among the latest
     */
    public record Deliveries(
            long deliveries,
            @Nullable Double p50Ms,
            @Nullable Double p90Ms,
            @Nullable Double p99Ms,
            long copies,
            long redundantCopies,
            long announcements,
            long redundantAnnouncements,
            long forgotten) {

        private static Deliveries of(Travel travel) {
            Copies copies = travel.copies();
            return new Deliveries(
                    travel.deliveries(),
                    millis(travel.p50Nanos()),
                    millis(travel.p90Nanos()),
                    millis(travel.p99Nanos()),
                    copies.data(),
                    copies.redundantData(),
                    copies.announcements(),
                    copies.redundantAnnouncements(),
                    travel.forgotten());
        }

        private List<String> lines(String what) {
            return p50Ms == null
                    ? List.of()
                    : List.of(String.format(
                            Locale.ROOT,
                            "Delivery of %s: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms; %d of %d copies redundant",
                            what,
                            p50Ms,
                            p90Ms,
                            p99Ms,
                            redundantCopies,
                            copies));
        }
    }

    static PropagationSummary of(PropagationSnapshot seen, long nowNanos) {
        return new PropagationSummary(
                seen.arrivals(),
                millis(seen.p50Nanos()),
                millis(seen.p90Nanos()),
                millis(seen.p99Nanos()),
                Deliveries.of(seen.blockTravel()),
                Deliveries.of(seen.transactionTravel()),
                JourneySummary.blocks(seen.blocks(), nowNanos),
                JourneySummary.transactions(JourneySummary.latest(seen.transactions(), MOST_TRANSACTIONS), nowNanos),
                seen.missedCopies());
    }

    /** Nothing before the first arrival. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (p50Ms != null) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Propagation of the last %d blocks: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms (%d arrivals)",
                    blocks.size(),
                    p50Ms,
                    p90Ms,
                    p99Ms,
                    arrivals));
        }
        lines.addAll(blockDeliveries.lines("blocks"));
        lines.addAll(transactionDeliveries.lines("transactions"));
        if (missedCopies > 0) {
            lines.add(missedCopies + " copies and announcements were not followed, since too many came at once.");
        }
        return lines;
    }

    static @Nullable Double millis(long nanos) {
        return nanos < 0 ? null : Double.valueOf(nanos / NANOS_PER_MILLI);
    }
}
