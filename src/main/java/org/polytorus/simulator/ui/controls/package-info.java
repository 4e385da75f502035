/** Small controls, and numbers as people read them, that several parts of the window share. */
@NullMarked
package org.polytorus.simulator.ui.controls;

import org.jspecify.annotations.NullMarked;
