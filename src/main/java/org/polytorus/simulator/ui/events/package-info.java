/** The list of what happened. */
@NullMarked
package org.polytorus.simulator.ui.events;

import org.jspecify.annotations.NullMarked;
