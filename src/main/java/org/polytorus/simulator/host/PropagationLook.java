package org.polytorus.simulator.host;

import org.polytorus.simulator.protocol.Observation;
import org.polytorus.simulator.testnet.Propagation;
import org.polytorus.simulator.testnet.PropagationSnapshot;

/** Picks out of what nodes report how blocks travel. For one thread. */
public final class PropagationLook {
    private final Propagation propagation = new Propagation();

    public void follow(Report report) {
        if (report.observation() instanceof Observation.BlockMined block) {
            propagation.mined(block.hash(), block.height(), report.node(), report.epochNanos());
        } else if (report.observation() instanceof Observation.TipAdvanced tip) {
            propagation.followed(tip.tip(), report.node(), report.epochNanos());
        } else if (report.observation() instanceof Observation.Reorganised change) {
            propagation.followed(change.newTip(), report.node(), report.epochNanos());
        }
    }

    public PropagationSnapshot snapshot() {
        return propagation.snapshot();
    }
}
