package org.polytorus.simulator.protocol;

import java.time.Duration;

/**
 * What follows when a rule is broken. A link that loses or alters messages makes honest peers break rules too, so a single
 * slip never costs more than its connection: only what is repeated within a short time leads to the blacklist, and only for
 * a time after which a mended testnet is whole again by itself.
 */
public sealed interface Penalty {

    /** How a person reads it. */
    String text();

    /** The message has no effect; the connection stays. */
    record Ignore() implements Penalty {
        @Override
        public String text() {
            return "ignore";
        }
    }

    /** Whoever found out ends the connection, with an answer where there is one to give. */
    record Disconnect() implements Penalty {
        @Override
        public String text() {
            return "disconnect";
        }
    }

    /**
     * The {@code strikes}-th time within {@code within} puts the peer on the blacklist for {@code duration}; before that,
     * {@code first} is what follows.
     */
    record Blacklisting(Penalty first, int strikes, Duration within, Duration duration) implements Penalty {
        @Override
        public String text() {
            return first.text() + ", and at " + strikes + " times within " + within.toSeconds() + " s blacklist for "
                    + duration.toSeconds() + " s";
        }
    }
}
