/** A testnet with a timeline of commands and what is expected of it. A run of one is a state machine that is told the time. */
@NullMarked
package org.polytorus.simulator.scenario;

import org.jspecify.annotations.NullMarked;
