package org.polytorus.simulator.testnet;

/** How fast virtual time goes. */
public sealed interface Pace {
    Pace REAL_TIME = new Times(1);

    /** It stands still, but for single steps. */
    record Paused() implements Pace {}

    /** So many virtual seconds in a real one, or as many as the machine can. */
    record Times(double factor) implements Pace {
        public Times {
            if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Virtual time goes so many times as fast, more than 0; found " + factor);
            }
        }
    }

    /** As fast as it goes. */
    record Unlimited() implements Pace {}
}
