package org.polytorus.simulator.report.csv;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.report.RunStory;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;
import org.polytorus.simulator.testnet.PropagationSnapshot.BlockSpread;
import org.polytorus.simulator.testnet.PropagationSnapshot.TransactionSpread;

/** Who was first brought each of the latest blocks and transactions by whom, and when; and when blocks became tips. */
final class DeliveriesCsv {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private DeliveriesCsv() {}

    static void write(RunStory story, CsvWriter csv) throws IOException {
        csv.record("kind", "hash", "height", "origin", "made_seconds", "node", "from", "delivered_ms", "tip_ms");
        for (BlockSpread block : story.last().propagation().blocks()) {
            write(story, block, csv);
        }
        for (TransactionSpread one : story.last().propagation().transactions()) {
            for (Arrival delivery : one.journey().deliveries()) {
                csv.record(
                        "transaction",
                        one.hash(),
                        "",
                        one.origin(),
                        seconds(story, one.madeNanos()),
                        delivery.node(),
                        from(delivery),
                        delivery.nanos() / NANOS_PER_MILLI,
                        "");
            }
        }
    }

    private static void write(RunStory story, BlockSpread block, CsvWriter csv) throws IOException {
        Map<NodeName, Long> tips = new LinkedHashMap<>();
        block.arrivals().forEach(arrival -> tips.put(arrival.node(), arrival.nanos()));
        for (Arrival delivery : block.journey().deliveries()) {
            Long tip = tips.get(delivery.node());
            csv.record(
                    "block",
                    block.hash(),
                    block.height(),
                    block.miner(),
                    seconds(story, block.minedNanos()),
                    delivery.node(),
                    from(delivery),
                    delivery.nanos() / NANOS_PER_MILLI,
                    tip == null ? "" : tip / NANOS_PER_MILLI);
        }
    }

    private static Object from(Arrival delivery) {
        NodeName from = delivery.from();
        return from == null ? "" : from;
    }

    private static double seconds(RunStory story, long epochNanos) {
        return story.since(epochNanos).toNanos() / NANOS_PER_SECOND;
    }
}
