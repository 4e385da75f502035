/** What every part of the window shares: its colours. */
@NullMarked
package org.polytorus.simulator.ui.fx;

import org.jspecify.annotations.NullMarked;
