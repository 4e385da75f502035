package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import java.util.stream.Stream;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.Reordering;

/** Conditions with one fault less; first of all, with none. */
final class SimplerConditions {
    private SimplerConditions() {}

    static Stream<LinkConditions> of(LinkConditions asked) {
        return Stream.of(
                        LinkConditions.NONE,
                        asked.withLatency(Duration.ZERO),
                        asked.but().jitter(Jitter.NONE).build(),
                        asked.withLoss(0),
                        asked.but().duplication(0).build(),
                        asked.but().reordering(Reordering.NONE).build(),
                        asked.but().corruption(0).build(),
                        asked.but().bandwidth(null).queueBytes(0).build(),
                        asked.but().queueBytes(0).build(),
                        asked.but().slicing(null).build(),
                        asked.but().closeDelay(Duration.ZERO).build(),
                        asked.withBlackHole(false))
                .filter(simpler -> !simpler.equals(asked))
                .distinct();
    }
}
