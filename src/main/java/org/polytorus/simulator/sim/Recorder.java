package org.polytorus.simulator.sim;

import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.testnet.TestnetEvent;

/** Writes down what happens, in the order in which it does. */
public interface Recorder {
    /** Writes nothing. */
    Recorder NONE = new Recorder() {
        @Override
        public void event(TestnetEvent event) {}

        @Override
        public void delivered(long epochNanos, LinkId link, Direction direction, byte[] payload) {}
    };

    void event(TestnetEvent event);

    /** A message arrived at a node; {@code payload} is what follows the length prefix, not to be changed. */
    void delivered(long epochNanos, LinkId link, Direction direction, byte[] payload);
}
