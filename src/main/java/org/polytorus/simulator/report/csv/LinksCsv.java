package org.polytorus.simulator.report.csv;

import java.io.IOException;
import java.util.Locale;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.report.RunStory;
import org.polytorus.simulator.testnet.LinkFidelity;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;

/** Each direction of each link at the end of the run: what was asked, and what was measured since that was asked. */
final class LinksCsv {
    private static final double NANOS_PER_MILLI = 1e6;

    private LinksCsv() {}

    static void write(RunStory story, CsvWriter csv) throws IOException {
        csv.record(
                "from",
                "to",
                "state",
                "was_cut",
                "requested_latency_ms",
                "requested_jitter_ms",
                "requested_loss_share",
                "requested_duplication_share",
                "requested_reordering_share",
                "requested_corruption_share",
                "requested_bandwidth_bit_per_s",
                "requested_black_hole",
                "messages",
                "bytes",
                "delivered",
                "discarded",
                "delay_ms",
                "delay_deviation_ms",
                "round_trip_ms",
                "lost_share",
                "duplicated_share",
                "held_back_share",
                "corrupted_share",
                "overflowed",
                "swallowed",
                "rate_bit_per_s");
        for (LinkSnapshot link : story.last().links()) {
            for (Direction direction : Direction.values()) {
                csv.record(row(story, link, direction));
            }
        }
    }

    private static Object[] row(RunStory story, LinkSnapshot link, Direction direction) {
        DirectionSnapshot side = link.side(direction);
        LinkConditions asked = side.requested();
        LinkFidelity seen = side.fidelity();
        Bandwidth bandwidth = asked.bandwidth();
        return new Object[] {
            link.id().sender(direction),
            link.id().sender(direction.opposite()),
            link.state().name().toLowerCase(Locale.ROOT),
            story.everCut().contains(link.id()),
            asked.latency().toNanos() / NANOS_PER_MILLI,
            asked.jitter().spread().toNanos() / NANOS_PER_MILLI,
            asked.loss(),
            asked.duplication(),
            asked.reordering().probability(),
            asked.corruption(),
            bandwidth == null ? "" : bandwidth.bitsPerSecond(),
            asked.blackHole(),
            side.messages(),
            side.bytes(),
            side.delivered(),
            side.discarded(),
            millis(side.delayNanos()),
            millis(seen.delayDeviationNanos()),
            millis(side.roundTripNanos()),
            seen.share(seen.lost()),
            seen.share(seen.duplicated()),
            seen.share(seen.heldBack()),
            seen.share(seen.corrupted()),
            seen.overflowed(),
            seen.swallowed(),
            seen.bitsPerSecond()
        };
    }

    private static Object millis(long nanos) {
        return nanos < 0 ? "" : Double.valueOf(nanos / NANOS_PER_MILLI);
    }
}
