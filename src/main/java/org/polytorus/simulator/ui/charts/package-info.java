/** The eight NetworkStats over time, as small charts on canvases. */
@NullMarked
package org.polytorus.simulator.ui.charts;

import org.jspecify.annotations.NullMarked;
