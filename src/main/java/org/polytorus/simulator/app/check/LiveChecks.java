package org.polytorus.simulator.app.check;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.Insight;
import org.polytorus.simulator.invariant.Pace;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.NodeSight;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.report.Checked.Broken;
import org.polytorus.simulator.report.Checked.Rule;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/**
 * Checks a testnet on sockets: each node from inside, on its own thread and between two of its inputs, and the snapshot of all of
 * them. A testnet that lets nobody look into its nodes is checked by its snapshots alone.
 */
public final class LiveChecks implements Checks, Insight.Visitor {
    /** A machine that is busy with other things answers late, too; nothing in a node takes so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Rule ANSWERS = new Rule(
            "nodes answer", "every node finds the time to be looked into within " + PATIENCE.toSeconds() + " s");

    private final @Nullable Insight insight;
    private final Findings findings = new Findings();
    private final Inspector inspector;
    private final Due due = new Due();
    private Duration elapsed = Duration.ZERO;
    private int excused;

    /** Of a testnet that was started from that description. */
    public LiveChecks(Testnet testnet, TestnetSpec spec) {
        inspector = new Inspector(spec, (invariant, found) -> findings.broken(invariant, found, elapsed()));
        insight = testnet.side(Insight.class).orElse(null);
        inspector.invariants().forEach(findings::checks);
    }

    private Duration elapsed() {
        return elapsed;
    }

    @Override
    public List<Broken> look(Duration now, Supplier<TestnetSnapshot> snapshot, boolean isStep)
            throws InterruptedException {
        if (!due.isNow(now, isStep)) {
            return List.of();
        }
        begin(now, snapshot.get());
        Insight looking = insight;
        List<NodeName> silent = looking == null ? List.of() : looking.lookInto(this, PATIENCE);
        return end(silent);
    }

    private synchronized void begin(Duration now, TestnetSnapshot snapshot) {
        elapsed = now;
        if (!Pace.isKept(snapshot)) {
            excused++;
            inspector.excuse();
        }
        inspector.whole(snapshot);
    }

    /** Nodes of different threads come one after the other. */
    @Override
    public synchronized void visit(NodeName node, NodeSight sight, HostSight host) {
        inspector.node(node, sight, host);
    }

    private synchronized List<Broken> end(List<NodeName> silent) {
        if (!silent.isEmpty()) {
            findings.broken(ANSWERS, silent + " did not", elapsed);
        }
        return findings.news();
    }

    @Override
    public synchronized Checked result() {
        return findings.result(due.count(), excused, false);
    }
}
