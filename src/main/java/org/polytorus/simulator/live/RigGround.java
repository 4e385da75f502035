package org.polytorus.simulator.live;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** Where the two ends of a {@link LinkRig} have their sockets. */
public interface RigGround {
    /** On the loopback of this machine. */
    RigGround LOOPBACK = new RigGround() {};

    /** Where the accepting end listens; port 0 means any. */
    default InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Runs what opens the accepting end's socket. */
    default <T> T listening(Supplier<T> opening) {
        return opening.get();
    }

    /** Runs what opens the dialling end's socket. */
    default <T> T dialling(Supplier<T> opening) {
        return opening.get();
    }
}
