/** What must hold of every node and every testnet, whatever is done to its network. */
@NullMarked
package org.polytorus.simulator.invariant;

import org.jspecify.annotations.NullMarked;
