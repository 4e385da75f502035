/** PolyTorus's messages and their bytes: bincode 1.3 inside length-prefixed frames. */
@NullMarked
package org.polytorus.simulator.wire;

import org.jspecify.annotations.NullMarked;
