/** The one interface to a running testnet: commands go down, immutable snapshots and events come up. */
@NullMarked
package org.polytorus.simulator.testnet;

import org.jspecify.annotations.NullMarked;
