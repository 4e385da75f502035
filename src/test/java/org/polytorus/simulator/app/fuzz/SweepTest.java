package org.polytorus.simulator.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.scenario.Scenario;

final class SweepTest {
    private static final Duration TROUBLE = Duration.ofSeconds(20);

    @Test
    void twoHundredRandomTestnetsStandWhateverIsDoneToThem() throws InterruptedException {
        Sweep.Result result = new Sweep(new Sweep.Plan(1, 200, 8, TROUBLE, 2), () -> false).run();
        assertThat(result.broken()).isNull();
        assertThat(result.done()).isEqualTo(200);
        assertThat(result.coverage())
                .containsKeys(
                        "command: drop link",
                        "command: stop node",
                        "command: blacklist peer",
                        "fault: black hole",
                        "fault: corruption",
                        "fault: duplication",
                        "fault: reordering",
                        "fault: partition, one way",
                        "event: reorganisation",
                        "nodes: upload limit",
                        "nodes: download limit",
                        "nodes: slow checks of blocks",
                        "nodes: own request timeout",
                        "shape: regions",
                        "shape: regions, where some only dial");
    }

    @Test
    void aSeedIsTheSameScenarioAndTheSameEventsEachTime() {
        Scenario one = RandomScenario.of(4711, 8, TROUBLE).scenario();
        Scenario other = RandomScenario.of(4711, 8, TROUBLE).scenario();
        assertThat(one).isEqualTo(other);
        CheckedRun first = new CheckedRun(one);
        CheckedRun second = new CheckedRun(other);
        assertThat(first.run()).isEqualTo(second.run());
        assertThat(first.events()).isPositive().isEqualTo(second.events());
    }

    @Test
    void aSweepRunsJustTheSeedsAndTheTestnetsThatWereAskedFor() throws InterruptedException {
        Duration brief = Duration.ofSeconds(3);
        Sweep sweep = new Sweep(new Sweep.Plan(700, 4, 4, brief, 2), () -> false);
        Sweep.Result result = sweep.run();
        long events = 0;
        for (long seed = 700; seed < 704; seed++) {
            CheckedRun run = new CheckedRun(RandomScenario.of(seed, 4, brief).scenario());
            assertThat(run.run()).isNull();
            events += run.events();
        }
        assertThat(result.done()).isEqualTo(4);
        assertThat(result.events()).isEqualTo(events);
        assertThat(result.took()).isPositive();
        assertThat(sweep.progress().done()).isEqualTo(4);
        assertThat(sweep.progress().seed()).isEqualTo(703);
    }

    @Test
    void aSweepEndsWhenItIsToldTo() throws InterruptedException {
        Sweep.Result result = new Sweep(new Sweep.Plan(1, 10, 8, TROUBLE, 2), () -> true).run();
        assertThat(result.done()).isZero();
        assertThat(result.broken()).isNull();
    }
}
