/** The virtual time of a testnet, as the window shows it and lets it be driven. */
@NullMarked
package org.polytorus.simulator.ui.time;

import org.jspecify.annotations.NullMarked;
