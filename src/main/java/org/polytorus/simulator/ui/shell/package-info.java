/** The window: its frame, menus, the one gate to the FX thread, and the life of the testnet it shows. */
@NullMarked
package org.polytorus.simulator.ui.shell;

import org.jspecify.annotations.NullMarked;
