package org.polytorus.simulator.app.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.polytorus.simulator.app.run.RunSummary.Decision;
import org.polytorus.simulator.app.run.RunSummary.Quality;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.testnet.PeerNames;

/** The part of a node's summary that tells what it made of the quality of its peers. */
final class Qualities {
    private static final double NANOS_PER_SECOND = 1e9;

    private Qualities() {}

    static Quality of(QualityStats stats, PeerNames names, long nowNanos) {
        Map<String, Long> counts = new LinkedHashMap<>();
        stats.counts().forEach((kind, count) -> counts.put(Summaries.word(kind), count));
        return new Quality(
                stats.enabled(),
                counts,
                stats.decisions().stream()
                        .map(decision -> new Decision(
                                Math.max(0, nowNanos - decision.atNanos()) / NANOS_PER_SECOND,
                                Summaries.word(decision.kind()),
                                decision.sentence(names::nameOf),
                                decision.times()))
                        .toList());
    }
}
