/** Runs held against what must hold whatever is done to their network. */
@NullMarked
package org.polytorus.simulator.app.check;

import org.jspecify.annotations.NullMarked;
