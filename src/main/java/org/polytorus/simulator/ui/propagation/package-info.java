/** How fast blocks and transactions reach the nodes. */
@NullMarked
package org.polytorus.simulator.ui.propagation;

import org.jspecify.annotations.NullMarked;
