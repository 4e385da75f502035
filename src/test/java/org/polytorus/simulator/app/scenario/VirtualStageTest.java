package org.polytorus.simulator.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.app.run.StopSignal;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.scenario.Comparison;
import org.polytorus.simulator.scenario.Expectation;
import org.polytorus.simulator.scenario.Quantity;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.scenario.Timing;
import org.polytorus.simulator.scenario.Verdict;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSpec;

class VirtualStageTest {
    private static final NodeName ALICE = new NodeName("alice");
    private static final Duration STOPPED = Duration.ofSeconds(3);
    private static final Duration END = Duration.ofSeconds(6);
    private static final Stage.Asked NOTHING = new Stage.Asked(null, List.of(), List.of(), false, false);

    private final StringWriter lines = new StringWriter();

    @Test
    void whatHoldsBeforeAStepIsNotJudgedByWhatComesAfterIt() throws InterruptedException {
        try (StopSignal stop = StopSignal.listening()) {
            List<Verdict> verdicts = play(stop, new Listener()).result().verdicts();
            assertThat(verdicts).extracting(Verdict::outcome).containsOnly(Verdict.Outcome.HELD);
            assertThat(verdicts).extracting(Verdict::at).containsExactly(STOPPED, STOPPED.plusMillis(100), END);
        }
    }

    @Test
    void itLastsExactlyAsLongAsTheScenario() throws InterruptedException {
        try (StopSignal stop = StopSignal.listening()) {
            assertThat(play(stop, new Listener()).result().ran()).isEqualTo(END);
        }
    }

    @Test
    void askedToEndItTellsWhatIsKnown() throws InterruptedException {
        try (StopSignal stop = StopSignal.listening()) {
            Stage.Played played = play(stop, new Listener() {
                @Override
                public void step(Duration elapsed, Step step) {
                    stop.request();
                }
            });
            assertThat(played.result().ran()).isLessThan(END);
            assertThat(played.result().verdicts()).extracting(Verdict::outcome).containsOnly(Verdict.Outcome.FAILED);
            assertThat(played.result().verdicts().getLast().evidence())
                    .startsWith("the run ended before it was decided");
        }
    }

    private Stage.Played play(StopSignal stop, Story story) throws InterruptedException {
        ScenarioLines said = new ScenarioLines(new PrintWriter(lines));
        return new VirtualStage(stop, said).play(scenario(), List.of(said, story), NOTHING);
    }

    private static Scenario scenario() {
        return new Scenario(
                "s",
                "",
                new TestnetSpec(
                        "s",
                        1,
                        List.of(NodeSpec.named("alice").but().mining(false).build()),
                        List.of()),
                END,
                List.of(new Step(
                        STOPPED, "stop", "stop alice", List.of(new Action.Order(new TestnetCommand.StopNode(ALICE))))),
                List.of(
                        running(1, new Timing.Always(Duration.ZERO, STOPPED)),
                        running(0, new Timing.Within(STOPPED, END)),
                        running(0, new Timing.At(END))));
    }

    private static Expectation running(int count, Timing timing) {
        return new Expectation(
                "running equals " + count,
                new Quantity.Figure(Quantity.Figure.Kind.RUNNING, null),
                Comparison.EQUALS,
                count,
                timing);
    }

    /** Hears everything and does nothing. */
    private static class Listener implements Story {
        @Override
        public void step(Duration elapsed, Step step) {}

        @Override
        public void events(Duration elapsed, List<TestnetEvent> events, long lost) {}

        @Override
        public void verdict(Verdict verdict) {}
    }
}
