package org.polytorus.simulator.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.scenario.Verdict;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.PartitionSnapshot;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Collects what a report tells while the run goes on, in bounded memory. For one thread. */
public final class Chronicle {
    /** Events that are kept; what comes later is counted. */
    public static final int MAX_EVENTS = 2_000;
    /** Steps that are kept, the most that a timeline has. */
    static final int MAX_STEPS = 10_000;
    /** Partitions that are kept. */
    static final int MAX_BANDS = 500;

    private final RunFacts facts;
    private final List<Band> bands = new ArrayList<>();
    private final List<Done> steps = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<TestnetEvent> events = new ArrayList<>();
    private final SortedSet<LinkId> everCut = new TreeSet<>();
    private @Nullable History history;
    private @Nullable TestnetSnapshot last;
    private long startNanos;
    private long moreEvents;
    private long lostEvents;

    public Chronicle(RunFacts facts) {
        this.facts = facts;
    }

    /** Takes a look if a sample is due. Cheap otherwise: then {@code now} is not asked. */
    public void lookIfDue(Duration elapsed, Supplier<TestnetSnapshot> now) {
        History known = history;
        if (known == null || known.isDue(elapsed.toNanos())) {
            look(elapsed, now.get());
        }
    }

    /** Takes a look: what was cut is seen at each, samples are taken when they are due. */
    public void look(Duration elapsed, TestnetSnapshot snapshot) {
        History known = history;
        if (known == null) {
            known = new History(
                    snapshot.nodes().stream().map(NodeSnapshot::name).toList());
            history = known;
            startNanos = snapshot.epochNanos() - elapsed.toNanos();
        }
        if (known.isDue(elapsed.toNanos())) {
            known.add(elapsed.toNanos(), snapshot);
        }
        last = snapshot;
        seeCuts(elapsed, snapshot);
    }

    private void seeCuts(Duration elapsed, TestnetSnapshot snapshot) {
        endBands(elapsed, snapshot);
        for (PartitionSnapshot partition : snapshot.partitions()) {
            beginBand(partition);
            everCut.addAll(partition.cut());
        }
        for (LinkSnapshot link : snapshot.links()) {
            if (link.state() == LinkSnapshot.State.DROPPED || link.state() == LinkSnapshot.State.SILENT) {
                everCut.add(link.id());
            }
        }
    }

    /** @param lost events before these that nobody can read any more */
    public void events(List<TestnetEvent> news, long lost) {
        lostEvents += lost;
        for (TestnetEvent event : news) {
            if (isTelling(event) && events.size() < MAX_EVENTS) {
                events.add(event);
            } else {
                moreEvents++;
            }
        }
    }

    public void step(Duration elapsed, String text) {
        if (steps.size() < MAX_STEPS) {
            steps.add(new Done(elapsed, text));
        }
    }

    public void verdict(Verdict verdict) {
        verdicts.add(verdict);
    }

    /** All of it where nothing was checked. */
    public RunStory story(Duration ran, List<String> troubles) {
        return story(ran, troubles, null);
    }

    /**
     * All of it, at the end; after at least one look.
     *
     * @param checked what came of checks, or null if there were none
     */
    public RunStory story(Duration ran, List<String> troubles, @Nullable Checked checked) {
        History samples = history;
        TestnetSnapshot snapshot = last;
        if (samples == null || snapshot == null) {
            throw new IllegalStateException("Nobody has looked at the run");
        }
        samples.end(ran.toNanos(), snapshot);
        return new RunStory(
                facts,
                startNanos,
                ran,
                snapshot,
                samples,
                bands,
                steps,
                verdicts,
                troubles,
                events,
                moreEvents,
                lostEvents,
                Collections.unmodifiableSortedSet(everCut),
                checked);
    }

    private void beginBand(PartitionSnapshot partition) {
        String name = partition.partition().name();
        boolean known = bands.stream()
                .anyMatch(band -> band.until() == null && band.name().equals(name));
        if (!known && bands.size() < MAX_BANDS) {
            Duration from = Duration.ofNanos(Math.max(0, partition.sinceNanos() - startNanos));
            bands.add(new Band(name, partition.partition().text(), from, null));
        }
    }

    private void endBands(Duration elapsed, TestnetSnapshot snapshot) {
        bands.replaceAll(band -> {
            boolean isOver = band.until() == null
                    && snapshot.partitions().stream()
                            .noneMatch(one -> one.partition().name().equals(band.name()));
            return isOver ? new Band(band.name(), band.text(), band.from(), elapsed) : band;
        });
    }

    /** Events of which a run may have so many that they hide the rest are left to the charts. */
    private static boolean isTelling(TestnetEvent event) {
        return switch (event.kind()) {
            case NODE_STOPPED,
                    NODE_FAILED,
                    LINK_DROPPED,
                    LINK_RESTORED,
                    CONDITIONS_CHANGED,
                    REORGANISATION,
                    BLOCK_REJECTED,
                    MISBEHAVIOUR,
                    FLOOD_STARTED,
                    FLOOD_ENDED,
                    PARTITION -> true;
            case NODE_STARTED, LINK_UP, LINK_DOWN, DIAL_FAILED, BLOCK_MINED, TRANSACTION_SENT, NOTE ->
                event.severity() == TestnetEvent.Severity.ERROR;
        };
    }
}
