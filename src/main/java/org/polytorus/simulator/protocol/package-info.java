/** The node as a state machine: inputs and the time go in, outputs come out. No clock, socket, thread or random generator is owned here. */
@NullMarked
package org.polytorus.simulator.protocol;

import org.jspecify.annotations.NullMarked;
