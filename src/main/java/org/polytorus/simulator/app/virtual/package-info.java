/** Simulated testnets on a thread of their own, at the speed that a person asks for. */
@NullMarked
package org.polytorus.simulator.app.virtual;

import org.jspecify.annotations.NullMarked;
