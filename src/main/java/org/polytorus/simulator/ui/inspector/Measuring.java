package org.polytorus.simulator.ui.inspector;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.GraphMeasures;
import org.polytorus.simulator.testnet.TestnetGraph;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * Measures the network of a testnet away from the FX thread: one measurement at a time, only when nodes or links that carry
 * traffic have come or gone, and with rests between, so that a network that changes all the time does not keep a processor busy.
 * Its methods belong to the FX thread.
 */
final class Measuring {
    /** After a measurement this many times as long passes without one. */
    private static final int REST = 4;

    private record Result(TestnetGraph graph, GraphMeasures measures, long tookNanos) {}

    private final AtomicReference<@Nullable Result> finished = new AtomicReference<>();
    private @Nullable TestnetGraph wanted;
    private @Nullable TestnetGraph underWay;
    private @Nullable TestnetGraph measured;
    private @Nullable GraphMeasures latest;
    private long restUntilNanos = Long.MIN_VALUE;

    /** Takes a new picture. */
    void offer(TestnetSnapshot snapshot) {
        wanted = TestnetGraph.of(snapshot);
    }

    /** Forgets a testnet that is closed. */
    void clear() {
        wanted = null;
        measured = null;
        latest = null;
    }

    /**
     * Takes in what was finished and begins what is due.
     *
     * @param nanos the time of the frame
     */
    void look(long nanos) {
        Result result = finished.getAndSet(null);
        if (result != null) {
            restUntilNanos = nanos + REST * result.tookNanos();
            underWay = null;
            if (wanted != null) {
                measured = result.graph();
                latest = result.measures();
            }
        }
        TestnetGraph next = wanted;
        if (next != null && underWay == null && nanos >= restUntilNanos && !Objects.equals(next, measured)) {
            underWay = next;
            Thread.ofVirtual().name("graph-measures").start(() -> finished.set(measure(next)));
        }
    }

    /** The latest measures, of this network or of one a little earlier; null before the first. */
    @Nullable
    GraphMeasures latest() {
        return latest;
    }

    private static Result measure(TestnetGraph graph) {
        long begin = System.nanoTime();
        GraphMeasures measures = GraphMeasures.of(graph);
        return new Result(graph, measures, System.nanoTime() - begin);
    }
}
