package org.polytorus.simulator.protocol;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.NodeSight.Stage;

/** An address in the pool, and how it stands with it. */
final class Target {
    static final int MAX_BACK_OFF_SECONDS = 300;
    private static final int BOOTSTRAP_TRIES = 3;
    private static final long BOOTSTRAP_WAIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    final Endpoint endpoint;
    /** Whether this node was told to stay connected there, and never gives up. */
    boolean isBootstrap;

    Stage stage = Stage.WAITING;
    int attempts;
    int failures;
    boolean everActive;

    @Nullable
    DialFailure lastFailure;

    @Nullable
    PeerId peer;

    long sinceNanos;
    long nextTryNanos;

    Target(Endpoint endpoint, boolean isBootstrap) {
        this.endpoint = endpoint;
        this.isBootstrap = isBootstrap;
    }

    /** How long to wait after the failures that there were. */
    long backOffNanos() {
        if (!everActive && failures < BOOTSTRAP_TRIES) {
            return BOOTSTRAP_WAIT_NANOS;
        }
        return TimeUnit.SECONDS.toNanos(Math.min(failures, MAX_BACK_OFF_SECONDS));
    }

    NodeSight.Wanted sight() {
        return new NodeSight.Wanted(endpoint, stage, peer, nextTryNanos);
    }
}
