/** The entry point, the command line and the wiring of the parts. */
@NullMarked
package org.polytorus.simulator.app;

import org.jspecify.annotations.NullMarked;
