package org.polytorus.simulator.host;

import org.polytorus.simulator.protocol.Input;

/** What a command comes to once the node's state is known. */
public sealed interface Wish {
    record Grant(Input input) implements Wish {}

    record Refuse(String why) implements Wish {}
}
