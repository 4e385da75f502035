package org.polytorus.simulator.ui.shell;

import org.polytorus.simulator.testnet.TestnetFactory;
import org.polytorus.simulator.testnet.TimeKind;

/**
 * Who starts testnets.
 *
 * @param real on sockets
 * @param virtual in virtual time; its testnets have a {@link org.polytorus.simulator.testnet.VirtualTime}
 */
public record Hosts(TestnetFactory real, TestnetFactory virtual) {

    TestnetFactory of(TimeKind time) {
        return switch (time) {
            case REAL -> real;
            case VIRTUAL -> virtual;
        };
    }
}
