package org.polytorus.simulator.app.check;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.polytorus.simulator.invariant.Invariant;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.report.Checked.Broken;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Checks a testnet in virtual time: each node after everything that it has handled, and the whole at checkpoints. */
public final class VirtualChecks implements Checks {
    private final Simulation simulation;
    private final HandedOver handedOver;
    private final Findings findings = new Findings();
    private final Inspector inspector;
    private final Due due = new Due();

    private VirtualChecks(Simulation simulation, HandedOver handedOver) {
        this.simulation = simulation;
        this.handedOver = handedOver;
        inspector = new Inspector(simulation.spec(), this::broken);
        inspector.invariants().forEach(findings::checks);
        findings.checks(handedOver.invariant());
    }

    /**
     * Looks at a simulation from now on, which is before its time begins to pass.
     *
     * @param handedOver its recorder
     */
    public static VirtualChecks of(Simulation simulation, HandedOver handedOver) {
        VirtualChecks checks = new VirtualChecks(simulation, handedOver);
        simulation.watch(checks.inspector::node);
        return checks;
    }

    private void broken(Invariant invariant, String found) {
        findings.broken(invariant, found, Duration.ofNanos(simulation.nowNanos() - Simulation.BEGIN_NANOS));
    }

    @Override
    public List<Broken> look(Duration elapsed, Supplier<TestnetSnapshot> now, boolean isStep) {
        if (due.isNow(elapsed, isStep)) {
            TestnetSnapshot whole = now.get();
            inspector.whole(whole);
            String found = handedOver.broken(simulation, whole);
            if (found != null) {
                broken(handedOver.invariant(), found);
            }
        }
        return findings.news();
    }

    @Override
    public Checked result() {
        return findings.result(due.count(), 0, true);
    }
}
