/** The window as the command line opens it: for a person on a screen, or unseen for its picture. */
@NullMarked
package org.polytorus.simulator.app.window;

import org.jspecify.annotations.NullMarked;
