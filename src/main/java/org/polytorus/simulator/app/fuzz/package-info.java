/** Random testnets under random faults, checked after every event, and the shortest scenario that shows what went wrong. */
@NullMarked
package org.polytorus.simulator.app.fuzz;

import org.jspecify.annotations.NullMarked;
