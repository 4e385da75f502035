package org.polytorus.simulator.testnet;

/**
 * How virtual time goes at one moment.
 *
 * @param beginNanos when the testnet began, in its own time: nanoseconds since the Unix epoch
 * @param epochNanos what time it is there now
 * @param pace how fast it is meant to go
 * @param achieved virtual seconds in a real one, over the last second or so; 0 while it stands still, and before the first
 *     measurement
 */
public record VirtualClock(long beginNanos, long epochNanos, Pace pace, double achieved) {
    /** The part of what was asked that a machine which keeps up may miss by. */
    private static final double TOLERANCE = 0.1;

    /** The virtual time since the beginning. */
    public long elapsedNanos() {
        return epochNanos - beginNanos;
    }

    /** Whether the machine is too slow for the pace that was asked for. */
    public boolean isBehind() {
        return switch (pace) {
            case Pace.Times times -> achieved > 0 && achieved < times.factor() * (1 - TOLERANCE);
            case Pace.Paused _, Pace.Unlimited _ -> false;
        };
    }
}
