package org.polytorus.simulator.sim;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.Topology;

/** A node in virtual time that has one line for all of its links: the hub of a star, to which a leaf brings a transaction. */
class SharedUploadTest {
    private static final Bandwidth MEGABIT = new Bandwidth(1_000_000);
    private static final int TRANSACTION_BYTES = 125_000;
    /** The line carries it in a second. */
    private static final double SECONDS_ALONE = 1;

    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final NodeName HUB = node(1);

    private final List<String> log = new ArrayList<>();
    /** When each leaf got the transaction. */
    private final SortedMap<NodeName, Long> arrivals = new TreeMap<>();

    private static NodeName node(int number) {
        return new NodeName("node" + number);
    }

    private static Machine line(@Nullable Bandwidth upload, @Nullable Bandwidth download) {
        return new Machine(upload, download, Duration.ZERO, Duration.ZERO);
    }

    private static TestnetSpec star(int leaves, Machine hub, Machine leaf) {
        TestnetSpec star = GeneratedTestnet.of("star", Topology.STAR, leaves + 1, 0, 4);
        return new TestnetSpec(
                star.name(),
                star.seed(),
                star.nodes().stream()
                        .map(node -> node.but()
                                .mining(false)
                                .transactionInterval(null)
                                .machine(node.name().equals(HUB) ? hub : leaf)
                                .build())
                        .toList(),
                star.links());
    }

    /** Up to the moment at which the first leaf has begun to bring the hub a transaction. */
    private Simulation brought(TestnetSpec spec) {
        Simulation simulation = new Simulation(spec, new Arrivals(), false);
        pass(simulation, SETTLING);
        log.clear();
        simulation.submit(new TestnetCommand.StartFlood(
                node(2), new FloodSpec(FloodSpec.Kind.TRANSACTION, 1, TRANSACTION_BYTES, HUB, Duration.ofSeconds(1))));
        pass(simulation, Duration.ofSeconds(1));
        return simulation;
    }

    private double secondsTo(NodeName leaf) {
        return (requireNonNull(arrivals.get(leaf)) - requireNonNull(arrivals.get(HUB))) / 1e9;
    }

    private static void pass(Simulation simulation, Duration time) {
        simulation.runUntil(simulation.nowNanos() + time.toNanos());
    }

    @Test
    void oneLinkAloneGetsAllOfTheUpload() {
        pass(brought(star(2, line(MEGABIT, null), Machine.UNLIMITED)), SETTLING);
        assertThat(secondsTo(node(3))).isCloseTo(SECONDS_ALONE, within(0.02));
    }

    @Test
    void twoLinksGetHalfOfTheUploadEach() {
        pass(brought(star(3, line(MEGABIT, null), Machine.UNLIMITED)), SETTLING);
        assertThat(secondsTo(node(3))).isCloseTo(2 * SECONDS_ALONE, within(0.02));
        assertThat(secondsTo(node(4))).isCloseTo(2 * SECONDS_ALONE, within(0.02));
    }

    @Test
    void nobodyIsBroughtMoreThanItsDownload() {
        pass(brought(star(3, line(new Bandwidth(100_000_000), null), line(null, MEGABIT))), SETTLING);
        assertThat(secondsTo(node(3))).isCloseTo(SECONDS_ALONE, within(0.02));
        assertThat(secondsTo(node(4))).isCloseTo(SECONDS_ALONE, within(0.02));
    }

    @Test
    void twoRunsAreTheSameMessageForMessage() {
        pass(brought(star(9, line(MEGABIT, null), line(new Bandwidth(300_000), MEGABIT))), SETTLING);
        List<String> first = List.copyOf(log);
        log.clear();
        pass(brought(star(9, line(MEGABIT, null), line(new Bandwidth(300_000), MEGABIT))), SETTLING);
        assertThat(log).isEqualTo(first).hasSizeGreaterThan(30);
    }

    @Test
    void whatWaitsForTheLineIsOnItsLinkAndEndsWithItsConnection() {
        Simulation simulation = brought(star(3, line(MEGABIT, null), Machine.UNLIMITED));
        pass(simulation, Duration.ofSeconds(1));
        DirectionSnapshot waiting = fromHub(simulation, node(3));
        assertThat(waiting.queued()).isPositive();
        assertThat(waiting.messages()).isEqualTo(waiting.delivered() + waiting.discarded() + waiting.queued());
        simulation.submit(new TestnetCommand.DropLink(LinkId.of(HUB, node(3))));
        pass(simulation, Duration.ofMillis(1));
        DirectionSnapshot ended = fromHub(simulation, node(3));
        assertThat(ended.queued()).isZero();
        assertThat(ended.discarded()).isEqualTo(waiting.discarded() + waiting.queued());
        pass(simulation, SETTLING);
        assertThat(arrivals).containsKey(node(4)).doesNotContainKey(node(3));
        assertThat(secondsTo(node(4))).isLessThan(2 * SECONDS_ALONE - 0.2);
    }

    private static DirectionSnapshot fromHub(Simulation simulation, NodeName leaf) {
        LinkId link = LinkId.of(HUB, leaf);
        return simulation.snapshot().links().stream()
                .filter(each -> each.id().equals(link))
                .findFirst()
                .orElseThrow()
                .side(link.from(HUB));
    }

    private final class Arrivals implements Recorder {
        @Override
        public void event(TestnetEvent event) {
            log.add(event.toString());
        }

        @Override
        public void delivered(long epochNanos, LinkId link, Direction direction, byte[] payload) {
            log.add(epochNanos + " " + link + " " + direction + " " + payload.length);
            if (payload.length >= TRANSACTION_BYTES / 2) {
                arrivals.putIfAbsent(link.receiver(direction), epochNanos);
            }
        }
    }
}
