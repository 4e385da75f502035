package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.invariant.Violation;
import org.polytorus.simulator.scenario.Scenario;

/** Runs the scenarios of many seeds, on as many threads as wished, until one breaks an invariant. */
public final class Sweep {

    /**
     * What to run.
     *
     * @param mostNodes of a testnet, at least 3
     * @param trouble how long faults come in each
     */
    public record Plan(long from, long seeds, int mostNodes, Duration trouble, int threads) {}

    /** How far it is. */
    public record Progress(long done, long seed, double seedsPerSecond) {}

    /**
     * What it came to.
     *
     * @param coverage how many seeds came across each command, fault and effect
     * @param broken the lowest seed of those that broke something, or null
     */
    public record Result(
            long done,
            long events,
            Duration took,
            Map<String, Integer> coverage,
            @Nullable Broken broken) {}

    /** A seed that broke an invariant. */
    public record Broken(long seed, Scenario scenario, Violation violation) {}

    private final Plan plan;
    private final BooleanSupplier isOver;
    private final Coverage coverage = new Coverage();
    private final long began = System.nanoTime();
    private long next;
    private long done;
    private long events;
    private @Nullable Broken broken;
    private @Nullable Throwable fault;

    /** @param isOver whether to end with what was done by now */
    public Sweep(Plan plan, BooleanSupplier isOver) {
        this.plan = plan;
        this.isOver = isOver;
        next = plan.from();
    }

    /** Returns when all is done, something is broken, or it is to end. */
    public Result run() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < plan.threads(); i++) {
            Thread thread = new Thread(this::work, "fuzz-" + (i + 1));
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return result();
    }

    /** From any thread. */
    public synchronized Progress progress() {
        double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        return new Progress(done, next - 1, done / seconds);
    }

    private synchronized Result result() {
        if (fault != null) {
            throw new IllegalStateException("a run failed by itself: " + fault, fault);
        }
        return new Result(
                done, events, Duration.ofNanos(System.nanoTime() - began), new TreeMap<>(coverage.runs()), broken);
    }

    private void work() {
        try {
            for (Long seed = nextSeed(); seed != null; seed = nextSeed()) {
                RandomScenario.Drawn drawn = RandomScenario.of(seed, plan.mostNodes(), plan.trouble());
                CheckedRun run = new CheckedRun(drawn.scenario());
                run.coverage().met("shape: " + drawn.shape());
                Violation violation = run.run();
                finished(seed, drawn.scenario(), run, violation);
            }
        } catch (RuntimeException failed) {
            failed(failed);
        }
    }

    private synchronized @Nullable Long nextSeed() {
        boolean ends = broken != null || fault != null || next - plan.from() >= plan.seeds() || isOver.getAsBoolean();
        return ends ? null : Long.valueOf(next++);
    }

    private synchronized void finished(long seed, Scenario scenario, CheckedRun run, @Nullable Violation violation) {
        done++;
        events += run.events();
        coverage.add(run.coverage());
        boolean isFirst = broken == null || seed < broken.seed();
        if (violation != null && isFirst) {
            broken = new Broken(seed, scenario, violation);
        }
    }

    private synchronized void failed(RuntimeException failed) {
        fault = failed;
    }
}
