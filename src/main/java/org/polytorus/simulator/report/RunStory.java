package org.polytorus.simulator.report;

import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.scenario.Verdict;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * All that is known of a run at its end.
 *
 * @param startNanos when it began, nanoseconds since the Unix epoch on the testnet's clock
 * @param ran how long
 * @param last the last look at it
 * @param bands partitions, in the order in which they were made
 * @param steps of the scenario, in the order of time; empty for a testnet without one
 * @param verdicts on what was expected
 * @param troubles commands that were refused and nodes that failed
 * @param events that change something or tell of something unusual, oldest first
 * @param moreEvents how many others there were: ordinary ones, and those beyond {@link Chronicle#MAX_EVENTS}
 * @param lostEvents how many were overwritten before they were read
 * @param everCut links that were dropped, silent or cut by a partition at some look
 * @param checked what came of checks of what must always hold, or null if there were none
 */
public record RunStory(
        RunFacts facts,
        long startNanos,
        Duration ran,
        TestnetSnapshot last,
        History history,
        List<Band> bands,
        List<Done> steps,
        List<Verdict> verdicts,
        List<String> troubles,
        List<TestnetEvent> events,
        long moreEvents,
        long lostEvents,
        SortedSet<LinkId> everCut,
        @Nullable Checked checked) {

    public RunStory {
        bands = List.copyOf(bands);
        steps = List.copyOf(steps);
        verdicts = List.copyOf(verdicts);
        troubles = List.copyOf(troubles);
        events = List.copyOf(events);
    }

    /** How long after the start something happened. */
    public Duration since(long epochNanos) {
        return Duration.ofNanos(Math.max(0, epochNanos - startNanos));
    }
}
