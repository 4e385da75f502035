package org.polytorus.simulator.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.report.html.LineChart.Line;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;
import org.polytorus.simulator.testnet.PropagationSnapshot.Copies;
import org.polytorus.simulator.testnet.PropagationSnapshot.Journey;

class DrawingsTest {
    private static final NodeName ROOT = new NodeName("root");

    private static Arrival arrival(String node, long millis, String from) {
        return new Arrival(new NodeName(node), millis * 1_000_000, new NodeName(from));
    }

    @Test
    void aLineRunsFromTheLowerLeftToTheTopOfItsScale() {
        Line line = new Line("l", new double[] {0, 10}, new double[] {0, 8});
        Markup page = new Markup();
        new LineChart("t", "d", "s", 10, false, List.of(line), List.of()).write(page);
        assertThat(page.toString())
                .contains("points=\"46,146 400,10\"")
                .contains(">8<")
                .contains(">10 s<");
    }

    @Test
    void scalesHaveRoundSteps() {
        assertThat(Scale.step(30.1, 6)).isEqualTo(10);
        assertThat(Scale.step(0.75, 6)).isCloseTo(0.2, within(1e-9));
        assertThat(Scale.step(3_700, 4)).isEqualTo(1_000);
        assertThat(Scale.step(0, 4)).isEqualTo(1);
        assertThat(Scale.count(0.6, 0.2)).isEqualTo(3);
    }

    @Test
    void aFlatLineAtNothingStaysOnTheGround() {
        Line line = new Line("l", new double[] {0, 0}, new double[] {0, 0});
        Markup page = new Markup();
        new LineChart("t", "d", "s", 0, false, List.of(line), List.of()).write(page);
        assertThat(page.toString()).contains("points=\"46,146 46,146\"").doesNotContain("NaN", "Infinity");
    }

    @Test
    void theShareOfNodesBeginsWithTheOneThatMadeIt() {
        Journey all = new Journey(
                List.of(arrival("a", 10, "root"), arrival("b", 30, "a"), arrival("c", 30, "a")), 0, 0, 0, Copies.NONE);
        ReachCurve curve = ReachCurve.of(List.of(all, Journey.NONE), 4);
        assertThat(curve.share(0)).isEqualTo(0.25);
        assertThat(curve.share(10_000_000)).isEqualTo(0.375);
        assertThat(curve.share(30_000_000)).isEqualTo(0.625);
    }

    @Test
    void whoGotItFromWhomIsABranchOfTheTree() {
        Markup page = new Markup();
        new DeliveryTree(ROOT, List.of(arrival("a", 10, "root"), arrival("b", 20, "a"), arrival("c", 40, "elsewhere")))
                .write(page);
        assertThat(page.toString()).contains("M16,14V30H214.5", "M214.5,30V46H413", "M16,14V62H810");
    }
}
