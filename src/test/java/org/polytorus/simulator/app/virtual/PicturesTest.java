package org.polytorus.simulator.app.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.Topology;

class PicturesTest {
    private final Simulation simulation =
            new Simulation(GeneratedTestnet.of("test", Topology.RING, 3, 0, 1), Recorder.NONE, false);
    private final Pictures pictures = new Pictures(simulation);

    @Test
    void noPictureIsTakenOfTimeThatStandsStill() {
        long first = pictures.latest().sequence();
        pictures.takeIfDue();
        assertThat(pictures.latest().sequence()).isEqualTo(first);
        simulation.step();
        pictures.takeIfDue();
        assertThat(pictures.latest().sequence()).isEqualTo(first + 1);
    }

    @Test
    void whatWentWrongStandsInTheLastPicture() {
        pictures.takeWith("It broke.");
        assertThat(pictures.latest().problems()).containsExactly("It broke.");
    }
}
