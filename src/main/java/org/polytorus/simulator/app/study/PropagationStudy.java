package org.polytorus.simulator.app.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Study;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;
import org.polytorus.simulator.testnet.PropagationSnapshot.BlockSpread;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;

/**
 * Measures in virtual time how blocks of a given weight spread: before each, one transaction of that weight is sent to all, so
 * that the block, which takes it in, weighs as much. Nothing else is mined or sent.
 */
public final class PropagationStudy {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** Dials begin half a second apart, and a lost handshake is tried again after some seconds. */
    private static final Duration LONGEST_CONNECTING = Duration.ofMinutes(5);
    /** What a block weighs besides its one payment; how exactly does not matter to what is measured. */
    private static final int BLOCK_BESIDES = 1_200;
    /** A flood of one message a second sends the first after a second. */
    private static final int ONE = 1;

    /** How often it is looked whether all have a block: a look takes time, too. */
    private static final long LOOK = 5 * SECOND;

    private final TestnetSpec spec;
    private final Study study;
    private final StudyNodes nodes;
    private final Random random;

    /** @param nodes who takes part, of which {@link StudyNodes#problem} has nothing to say */
    public PropagationStudy(TestnetSpec spec, Study study, StudyNodes nodes) {
        this.spec = quiet(spec);
        this.study = study;
        this.nodes = nodes;
        this.random = new Random(spec.seed());
    }

    /** Runs it. {@code progress} gets a line now and then. */
    public StudyResult run(Consumer<String> progress) {
        Simulation simulation = new Simulation(spec, Recorder.NONE, false, false);
        connect(simulation, progress);
        List<BlockSpread> spreads = new ArrayList<>();
        for (int i = 0; i < study.blocks(); i++) {
            BlockSpread spread = measure(simulation);
            spreads.add(spread);
            progress.accept("block " + (i + 1) + " of " + study.blocks() + ", mined by " + spread.miner() + ": "
                    + nodes.countedOf(spread.arrivals()).size() + " of " + (nodes.counted() - 1) + " nodes");
        }
        return new StudyResult(
                spec.nodes().size(),
                nodes.counted(),
                Math.toIntExact(simulation.carryingLinks()),
                spreads.stream()
                        .flatMap(spread -> nodes.countedOf(spread.arrivals()).stream())
                        .map(Arrival::nanos)
                        .sorted()
                        .toList(),
                (long) spreads.size() * (nodes.counted() - 1),
                Duration.ofNanos(simulation.nowNanos() - Simulation.BEGIN_NANOS),
                simulation.happened());
    }

    private void connect(Simulation simulation, Consumer<String> progress) {
        long latest = Simulation.BEGIN_NANOS + LONGEST_CONNECTING.toNanos();
        long up = 0;
        while (up < spec.links().size() && simulation.nowNanos() < latest) {
            simulation.runUntil(simulation.nowNanos() + 5 * SECOND);
            up = simulation.carryingLinks();
        }
        progress.accept(
                spec.nodes().size() + " nodes, " + up + " of " + spec.links().size() + " links connected");
    }

    private BlockSpread measure(Simulation simulation) {
        LinkSpec link = nodes.minersLink(random);
        NodeName miner = nodes.miner(link);
        FloodSpec payment = new FloodSpec(
                FloodSpec.Kind.TRANSACTION,
                ONE,
                Math.max(1, study.blockBytes() - BLOCK_BESIDES),
                miner,
                Duration.ofSeconds(ONE));
        NodeName payer = miner.equals(link.listener()) ? link.dialler() : link.listener();
        simulation.submit(new TestnetCommand.StartFlood(payer, payment));
        simulation.runUntil(simulation.nowNanos() + study.pause().toNanos());
        simulation.submit(new TestnetCommand.MineBlock(miner));
        return awaited(simulation);
    }

    /** Until all other nodes, counted or not, have the latest block, so that nothing of it is in the way of the next. */
    private BlockSpread awaited(Simulation simulation) {
        long latest = simulation.nowNanos() + study.pause().toNanos();
        int others = spec.nodes().size() - 1;
        BlockSpread spread;
        do {
            simulation.runUntil(Math.min(latest, simulation.nowNanos() + LOOK));
            spread = simulation.propagation().blocks().getLast();
        } while (simulation.nowNanos() < latest && spread.arrivals().size() < others);
        return spread;
    }

    private static TestnetSpec quiet(TestnetSpec spec) {
        return new TestnetSpec(
                spec.name(),
                spec.seed(),
                spec.nodes().stream()
                        .map(node -> node.but()
                                .mining(false)
                                .transactionInterval(null)
                                .build())
                        .toList(),
                spec.links());
    }
}
