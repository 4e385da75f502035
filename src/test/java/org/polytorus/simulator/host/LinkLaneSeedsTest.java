package org.polytorus.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polytorus.simulator.host.VirtualLane.Out;
import org.polytorus.simulator.host.VirtualLane.Sent;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.LinkConditionsBuilder;
import org.polytorus.simulator.link.Reordering;
import org.polytorus.simulator.link.Slicing;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;

/** All faults in combinations that chance draws, changing under traffic. */
class LinkLaneSeedsTest {
    private static final int SEEDS = 300;
    private static final int STEPS = 60;

    @ParameterizedTest(name = "with reordering: {0}")
    @ValueSource(booleans = {false, true})
    void everyFrameIsAccountedForWhateverIsAskedAndHoweverItChanges(boolean reordering) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomGenerator random = NodeSetup.random(seed);
            VirtualLane link = new VirtualLane(LinkConditions.NONE, NodeSetup.random(-seed));
            long duplicated = 0;
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(4) == 0) {
                    duplicated += link.fidelity().duplicated();
                    link.ask(conditions(random, reordering));
                }
                link.send(random.nextInt(12));
                link.runUntil(link.nowMillis() + random.nextDouble() * 40);
                DirectionSnapshot shown = link.shown();
                assertThat(shown.delivered() + shown.discarded() + shown.queued())
                        .as("what came, was lost and is on the way, seed %s, step %s", seed, step)
                        .isEqualTo(
                                shown.messages() + duplicated + shown.fidelity().duplicated());
            }
            leavesNoTrace(link, seed);
            assertThat(link.shown().messages()).as("messages, seed %s", seed).isEqualTo(link.sent());
            assertThat(link.shown().delivered())
                    .as("whole frames that came, seed %s", seed)
                    .isEqualTo(link.arrived.stream()
                            .filter(out -> out.sent().part() == out.sent().parts())
                            .count());
            assertThat(link.arrived)
                    .as("the parts of a frame, seed %s", seed)
                    .satisfies(LinkLaneSeedsTest::partsFollowEachOther);
            if (!reordering) {
                assertThat(link.arrived.stream().map(Out::number))
                        .as("seed %s", seed)
                        .isSorted();
            }
        }
    }

    @ParameterizedTest(name = "with reordering: {0}")
    @ValueSource(booleans = {false, true})
    void framesThatTheHostCarriesFareAsThoseThatTheLaneSeesTo(boolean reordering) {
        long carried = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomGenerator random = NodeSetup.random(seed);
            VirtualLane alone = new VirtualLane(LinkConditions.NONE, NodeSetup.random(-seed));
            VirtualLane helped = new VirtualLane(LinkConditions.NONE, NodeSetup.random(-seed), true);
            List<VirtualLane> both = List.of(alone, helped);
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(4) == 0) {
                    LinkConditions asked = random.nextBoolean()
                            ? LinkConditions.ofLatency(Duration.ofMillis(random.nextInt(80)))
                            : conditions(random, reordering);
                    both.forEach(lane -> lane.ask(asked));
                }
                int frames = random.nextInt(12);
                double untilMillis = alone.nowMillis() + random.nextDouble() * 40;
                both.forEach(lane -> lane.send(frames));
                both.forEach(lane -> lane.runUntil(untilMillis));
                assertThat(helped.shown()).as("seed %s, step %s", seed, step).isEqualTo(alone.shown());
            }
            if (random.nextBoolean()) {
                both.forEach(VirtualLane::end);
            } else {
                both.forEach(VirtualLane::abandon);
            }
            double endMillis = alone.nowMillis() + 1_000;
            both.forEach(lane -> lane.runUntil(endMillis));
            assertThat(helped.arrived).as("seed %s", seed).isEqualTo(alone.arrived);
            assertThat(helped.discarded).as("seed %s", seed).hasSameElementsAs(alone.discarded);
            assertThat(helped.shown()).as("at the end, seed %s", seed).isEqualTo(alone.shown());
            carried += helped.everCarried();
        }
        assertThat(carried).isPositive();
    }

    private static void leavesNoTrace(VirtualLane link, long seed) {
        link.ask(LinkConditions.NONE);
        link.runUntil(link.nowMillis());
        assertThat(link.lane.isOpen()).as("cleared, seed %s", seed).isTrue();
        assertThat(link.shown().queued()).as("on the way, seed %s", seed).isZero();
        assertThat(link.fidelity().queuedBytes()).isZero();
        assertThat(link.fidelity().waitingBytes()).isZero();
        link.send(1);
        assertThat(link.arrived.getLast().number()).isEqualTo(link.sent() - 1);
        assertThat(link.arrived.getLast().sent().garbled()).isFalse();
    }

    private static void partsFollowEachOther(List<? extends Out> arrived) {
        Sent before = new Sent(0, 1, 1, false);
        for (Out out : arrived) {
            boolean goesOn = before.part() < before.parts();
            assertThat(out.sent().part()).isEqualTo(goesOn ? before.part() + 1 : 1);
            if (goesOn) {
                assertThat(out.number()).isEqualTo(before.number());
            }
            before = out.sent();
        }
    }

    private static LinkConditions conditions(RandomGenerator random, boolean reordering) {
        LinkConditionsBuilder wished = LinkConditions.NONE.but();
        if (random.nextBoolean()) {
            Duration latency = Duration.ofMillis(random.nextInt(100));
            Jitter.Shape shape = random.nextBoolean() ? Jitter.Shape.UNIFORM : Jitter.Shape.NORMAL;
            wished.latency(latency).jitter(new Jitter(latency.dividedBy(1 + random.nextInt(3)), shape));
        }
        wished.loss(share(random)).duplication(share(random)).corruption(share(random));
        if (reordering && random.nextBoolean()) {
            wished.reordering(new Reordering(share(random), Duration.ofMillis(1 + random.nextInt(60))));
        }
        if (random.nextInt(3) == 0) {
            wished.bandwidth(new Bandwidth(random.nextLong(100_000, 10_000_000)));
            wished.queueBytes(random.nextInt(3) * 1_000);
        }
        if (random.nextInt(3) == 0) {
            wished.slicing(new Slicing(1 + random.nextInt(120), Duration.ofMillis(random.nextInt(5))));
        }
        return wished.blackHole(random.nextInt(10) == 0).build();
    }

    private static double share(RandomGenerator random) {
        return random.nextInt(3) == 0 ? random.nextDouble() : 0;
    }
}
