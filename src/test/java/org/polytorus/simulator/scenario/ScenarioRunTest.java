package org.polytorus.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

class ScenarioRunTest {
    private static final Step HEAL =
            new Step(Duration.ofSeconds(5), "heal", "heal", List.of(new Action.Order(new TestnetCommand.Heal(null))));

    private long sequence;

    @Test
    void aStepIsGivenOutOnceWhenItsTimeHasCome() {
        ScenarioRun run = run(new Timing.At(Duration.ofSeconds(10)));
        assertThat(run.next(Duration.ZERO)).isEqualTo(HEAL.at());
        assertThat(run.due(Duration.ofMillis(4_999))).isEmpty();
        assertThat(run.due(Duration.ofSeconds(5))).containsExactly(HEAL);
        assertThat(run.due(Duration.ofSeconds(6))).isEmpty();
    }

    @Test
    void whatComesTrueInTimeHeldWithTheTimeThatItTook() {
        ScenarioRun run = healed(new Timing.Within(Duration.ofSeconds(5), Duration.ofSeconds(8)));
        assertThat(look(run, 6, 2)).isEmpty();
        assertThat(look(run, 7, 1)).singleElement().satisfies(verdict -> {
            assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.HELD);
            assertThat(verdict.evidence()).isEqualTo("2.0 s");
        });
    }

    @Test
    void whatDoesNotComeTrueInTimeFailedAtItsDeadlineWithWhatWasFound() {
        ScenarioRun run = healed(new Timing.Within(Duration.ofSeconds(5), Duration.ofSeconds(8)));
        assertThat(look(run, 7.9, 2)).isEmpty();
        assertThat(look(run, 9, 1)).singleElement().satisfies(verdict -> {
            assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.FAILED);
            assertThat(verdict.at()).isEqualTo(Duration.ofSeconds(8));
            assertThat(verdict.evidence()).isEqualTo("not in time; at last, found 2 tips");
        });
    }

    @Test
    void theLookAtTheDeadlineIsTheLastChance() {
        ScenarioRun run = healed(new Timing.Within(Duration.ofSeconds(5), Duration.ofSeconds(8)));
        assertThat(look(run, 8, 2)).singleElement().satisfies(verdict -> {
            assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.FAILED);
            assertThat(verdict.evidence()).isEqualTo("not in time; at last, found 2 tips");
        });
        ScenarioRun other = healed(new Timing.Within(Duration.ofSeconds(5), Duration.ofSeconds(8)));
        assertThat(look(other, 8, 1))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.HELD));
    }

    @Test
    void whenTheNextLookIsDueDoesNotDependOnWhatWasDecided() {
        ScenarioRun run = healed(new Timing.Within(Duration.ofSeconds(5), Duration.ofSeconds(8)));
        assertThat(run.next(Duration.ofSeconds(6))).isEqualTo(Duration.ofSeconds(8));
        assertThat(look(run, 6, 1)).hasSize(1);
        assertThat(run.next(Duration.ofSeconds(6))).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void whatShallAlwaysBeFailsAtTheFirstLookThatShowsOtherwise() {
        ScenarioRun run = healed(new Timing.Always(Duration.ofSeconds(6), Duration.ofSeconds(9)));
        assertThat(look(run, 5.9, 2)).isEmpty();
        assertThat(look(run, 7, 1)).isEmpty();
        assertThat(look(run, 8, 3))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.FAILED));
    }

    @Test
    void whatWasTrueAtEveryLookHeldWhenItsTimeIsOverWhateverFollows() {
        ScenarioRun run = healed(new Timing.Always(Duration.ofSeconds(6), Duration.ofSeconds(9)));
        look(run, 7, 1);
        assertThat(look(run, 9.1, 2))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.HELD));
    }

    @Test
    void whatNobodyLookedAtHasNotHeld() {
        ScenarioRun run = healed(new Timing.Always(Duration.ofSeconds(6), Duration.ofSeconds(9)));
        assertThat(look(run, 9.5, 1))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.FAILED));
    }

    @Test
    void untilAStepIsDoneAndSeenNothingIsJudged() {
        ScenarioRun run = run(new Timing.Within(Duration.ofSeconds(5), Duration.ofSeconds(8)));
        run.due(Duration.ofSeconds(5));
        assertThat(look(run, 5, 1)).isEmpty();
        run.done(HEAL, sequence, List.of());
        assertThat(look(run, 5.1, 1)).isEmpty();
        assertThat(look(run, 5.2, 1)).hasSize(1);
    }

    @Test
    void refusedCommandsAreKept() {
        ScenarioRun run = run(new Timing.At(Duration.ofSeconds(10)));
        run.due(Duration.ofSeconds(5));
        run.done(HEAL, sequence, List.of("There is nothing to heal."));
        assertThat(run.refusals()).containsExactly("heal: There is nothing to heal.");
        assertThat(run.refused()).isEqualTo(1);
    }

    @Test
    void theEndIsJudgedAtTheEndAndARunThatIsCutShortHasFailed() {
        ScenarioRun run = healed(new Timing.At(Duration.ofSeconds(10)));
        assertThat(look(run, 9.9, 1)).isEmpty();
        assertThat(run.isOver(Duration.ofSeconds(10))).isFalse();
        assertThat(look(run, 10, 1)).hasSize(1);
        assertThat(run.isOver(Duration.ofSeconds(10))).isTrue();

        ScenarioRun cut = healed(new Timing.At(Duration.ofSeconds(10)));
        assertThat(cut.end(Duration.ofSeconds(7)))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.FAILED));
    }

    private ScenarioRun healed(Timing timing) {
        ScenarioRun run = run(timing);
        run.due(Duration.ofSeconds(5));
        run.done(HEAL, sequence, List.of());
        sequence += 2;
        return run;
    }

    private static ScenarioRun run(Timing timing) {
        return new ScenarioRun(new Scenario(
                "test",
                "",
                new TestnetSpec("test", 1, List.of(), List.of()),
                Duration.ofSeconds(10),
                List.of(HEAL),
                List.of(new Expectation("one tip", new Quantity.Tips(), Comparison.EQUALS, 1, timing))));
    }

    private List<Verdict> look(ScenarioRun run, double seconds, int tips) {
        TestnetSnapshot snapshot = Altered.copy(SnapshotFixtures.ring(3).build(), "sequence", ++sequence, "tips", tips);
        return run.look(new Moment(Duration.ofMillis(Math.round(seconds * 1_000)), snapshot, 0));
    }
}
