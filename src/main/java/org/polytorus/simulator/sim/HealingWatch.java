package org.polytorus.simulator.sim;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.HealingReport;
import org.polytorus.simulator.testnet.Healing;

/**
 * Lets the healing of the network be looked at ten times a virtual second, as on sockets, but only while there may be something
 * to see: after a change of nodes or links, and until a mended network has one tip.
 */
final class HealingWatch extends Alarm {
    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** A cut counts once it was seen twice. */
    private static final int LOOKS_AFTER_A_CHANGE = 2;

    private final EventQueue queue;
    private final HealingReport report;
    private final Runnable look;
    private int looksDue;

    HealingWatch(EventQueue queue, HealingReport report, Runnable look) {
        this.queue = queue;
        this.report = report;
        this.look = look;
    }

    /** Nodes, links or peers are not what they were. */
    void changed() {
        looksDue = LOOKS_AFTER_A_CHANGE;
        if (!isSet()) {
            queue.set(this, queue.now() + GAP_NANOS);
        }
    }

    @Override
    void ring() {
        looksDue--;
        look.run();
        if (looksDue > 0 || isHealing()) {
            queue.set(this, queue.now() + GAP_NANOS);
        }
    }

    private boolean isHealing() {
        Healing latest = report.latest();
        return latest != null && latest.oneTipNanos() < 0;
    }

    /** How the last mending went, or null. */
    @Nullable
    Healing latest() {
        return report.latest();
    }
}
