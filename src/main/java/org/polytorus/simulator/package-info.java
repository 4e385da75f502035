/** The PolyTorus testnet simulator. {@code app} starts it; the packages' own comments say what lives where. */
@NullMarked
package org.polytorus.simulator;

import org.jspecify.annotations.NullMarked;
