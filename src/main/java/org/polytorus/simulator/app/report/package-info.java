/** The files that a run leaves behind when it is asked to: a page to read, and figures. */
@NullMarked
package org.polytorus.simulator.app.report;

import org.jspecify.annotations.NullMarked;
