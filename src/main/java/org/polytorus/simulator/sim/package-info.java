/** The host in virtual time: nodes, links and one queue of events, on whatever thread calls. */
@NullMarked
package org.polytorus.simulator.sim;

import org.jspecify.annotations.NullMarked;
