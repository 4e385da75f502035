package org.polytorus.simulator.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.Topology;

/** Runs in virtual time that reports are written of. */
public final class Played {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Simulation simulation;
    private final Chronicle chronicle;
    private Duration elapsed = Duration.ZERO;

    private Played(TestnetSpec spec, String title) {
        simulation = new Simulation(spec, Recorder.NONE, false);
        chronicle =
                new Chronicle(new RunFacts(title, "What it teaches.", "1.2.3", List.of("a.toml"), spec.seed(), true));
        chronicle.look(elapsed, simulation.snapshot());
    }

    /** A ring of so many nodes, split in two halves for a while. */
    public static RunStory splitAndHealed(int nodes, Duration half) {
        TestnetSpec spec = GeneratedTestnet.of("ring", Topology.RING, nodes, 0, 7);
        Played played = new Played(spec, "Split & heal");
        played.pass(half);
        played.split(spec);
        played.pass(half);
        played.chronicle.step(played.elapsed, "heal");
        played.simulation.submit(new TestnetCommand.Heal(null));
        played.pass(half);
        return played.story();
    }

    /** Two nodes with such names. */
    public static RunStory named(String one, String other) {
        TestnetSpec plain = GeneratedTestnet.of("two", Topology.LINE, 2, 0, 7);
        List<NodeName> names = List.of(new NodeName(one), new NodeName(other));
        List<NodeSpec> nodes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            nodes.add(plain.nodes().get(i).but().name(names.get(i)).build());
        }
        List<LinkSpec> links = List.of(LinkSpec.clean(names.getFirst(), names.getLast()));
        Played played = new Played(new TestnetSpec(one, 3, nodes, links), one);
        played.chronicle.step(played.elapsed, "mine " + one);
        played.pass(Duration.ofSeconds(30));
        played.simulation.submit(new TestnetCommand.DropLink(LinkId.of(names.getFirst(), names.getLast())));
        played.pass(Duration.ofSeconds(5));
        return played.story();
    }

    private void split(TestnetSpec spec) {
        List<NodeName> names = spec.nodes().stream().map(NodeSpec::name).toList();
        int middle = names.size() / 2;
        List<NodeGroup> groups = List.of(
                new NodeGroup("west", names.subList(0, middle)),
                new NodeGroup("east", names.subList(middle, names.size())));
        chronicle.step(elapsed, "split west | east");
        simulation.submit(new TestnetCommand.Split(new Partition("cut", groups, false)));
    }

    private void pass(Duration time) {
        Duration end = elapsed.plus(time);
        while (elapsed.compareTo(end) < 0) {
            elapsed = elapsed.plus(LOOK);
            simulation.runUntil(Simulation.BEGIN_NANOS + elapsed.toNanos());
            chronicle.look(elapsed, simulation.snapshot());
        }
    }

    private RunStory story() {
        chronicle.events(simulation.eventsAfter(0), 0);
        return chronicle.story(elapsed, List.of());
    }
}
