package org.polytorus.simulator.host;

import java.util.concurrent.TimeUnit;

/** How long an ending connection is read on and written out. */
public final class Linger {
    private static final long USUAL_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(10);

    private Linger() {}

    /** @param onLinkNanos how long what is on the link may need until it has come out */
    public static long nanos(long onLinkNanos) {
        return Math.min(USUAL_NANOS + onLinkNanos, MAX_NANOS);
    }
}
