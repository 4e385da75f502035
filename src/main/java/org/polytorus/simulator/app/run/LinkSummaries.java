package org.polytorus.simulator.app.run;

import java.util.ArrayList;
import java.util.List;
import org.polytorus.simulator.app.run.RunSummary.Measured;
import org.polytorus.simulator.app.run.RunSummary.Requested;
import org.polytorus.simulator.app.run.RunSummary.Side;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.Slicing;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.testnet.Cut;
import org.polytorus.simulator.testnet.LinkFidelity;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.testnet.PartitionSnapshot;

/** Links as summaries tell of them: for each direction who cut it, what was asked of it and what came of that. */
final class LinkSummaries {
    private static final double NANOS_PER_MILLI = 1e6;

    private record Named(String name, Cut cut) {}

    private final List<Named> partitions = new ArrayList<>();
    private final LinkEnds ends;

    LinkSummaries(List<PartitionSnapshot> inForce, LinkEnds ends) {
        this.ends = ends;
        inForce.forEach(seen -> partitions.add(new Named(seen.partition().name(), new Cut(seen.partition()))));
    }

    List<RunSummary.Link> of(List<LinkSnapshot> links) {
        return links.stream().map(this::link).toList();
    }

    private RunSummary.Link link(LinkSnapshot link) {
        return new RunSummary.Link(
                link.id().a().value(),
                link.id().b().value(),
                Summaries.word(link.state()),
                ends.agree(link.id()),
                side(link, Direction.A_TO_B),
                side(link, Direction.B_TO_A));
    }

    private Side side(LinkSnapshot link, Direction direction) {
        List<String> cutBy = partitions.stream()
                .filter(partition -> partition.cut().of(link.id()).contains(direction))
                .map(Named::name)
                .toList();
        DirectionSnapshot side = link.side(direction);
        return new Side(requested(side.requested()), measured(side), cutBy);
    }

    private static Requested requested(LinkConditions asked) {
        Bandwidth bandwidth = asked.bandwidth();
        Slicing slicing = asked.slicing();
        return new Requested(
                asked.latency().toNanos() / NANOS_PER_MILLI,
                asked.jitter().spread().toNanos() / NANOS_PER_MILLI,
                Summaries.word(asked.jitter().shape()),
                asked.loss(),
                asked.duplication(),
                asked.reordering().probability(),
                asked.reordering().heldBack().toNanos() / NANOS_PER_MILLI,
                asked.corruption(),
                bandwidth == null ? null : bandwidth.bitsPerSecond(),
                asked.queueBytes() == 0 ? null : asked.queueBytes(),
                slicing == null ? null : slicing.pieceBytes(),
                slicing == null ? null : slicing.pause().toNanos() / NANOS_PER_MILLI,
                asked.closeDelay().toNanos() / NANOS_PER_MILLI,
                asked.blackHole());
    }

    private static Measured measured(DirectionSnapshot side) {
        LinkFidelity fidelity = side.fidelity();
        return new Measured(
                side.messages(),
                side.bytes(),
                side.delivered(),
                side.discarded(),
                side.queued(),
                Summaries.measuredMillis(side.delayNanos()),
                Summaries.measuredMillis(fidelity.delayDeviationNanos()),
                Summaries.measuredMillis(
                        fidelity.jitterNanos(side.requested().jitter().shape())),
                fidelity.worstLatenessNanos() / NANOS_PER_MILLI,
                Summaries.measuredMillis(side.roundTripNanos()),
                fidelity.messages(),
                fidelity.lost(),
                fidelity.overflowed(),
                fidelity.swallowed(),
                fidelity.duplicated(),
                fidelity.heldBack(),
                fidelity.overtaken(),
                Summaries.measuredMillis(fidelity.heldBackNanos()),
                fidelity.corrupted(),
                fidelity.bitsPerSecond(),
                fidelity.queuedBytes(),
                fidelity.waitingBytes(),
                fidelity.pieces(),
                fidelity.pieceBytes(),
                Summaries.measuredMillis(fidelity.pauseNanos()),
                Summaries.measuredMillis(fidelity.closeDelayNanos()));
    }
}
