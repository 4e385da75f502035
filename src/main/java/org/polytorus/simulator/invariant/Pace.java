package org.polytorus.simulator.invariant;

import java.time.Duration;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * Tells whether the machine keeps pace with the nodes that run on it. Where nothing is asked of a link a round trip takes next to
 * no time, unless more is to be done than the machine can do: then what must happen in time happens later, and that is nobody's
 * fault.
 */
public final class Pace {
    /** The longest round trip, on a link of which nothing is asked, at which times are still promised. */
    public static final Duration LONGEST_ROUND_TRIP = Duration.ofSeconds(1);

    private Pace() {}

    /** Whether no link of which nothing is asked took longer, as of the latest ping of each of its ends. */
    public static boolean isKept(TestnetSnapshot now) {
        return now.links().stream().noneMatch(Pace::isSlow);
    }

    private static boolean isSlow(LinkSnapshot link) {
        boolean isFree =
                link.aToB().requested().isNone() && link.bToA().requested().isNone();
        return link.state() == LinkSnapshot.State.CONNECTED && isFree && (isSlow(link.aToB()) || isSlow(link.bToA()));
    }

    private static boolean isSlow(DirectionSnapshot side) {
        return side.roundTripNanos() > LONGEST_ROUND_TRIP.toNanos();
    }
}
