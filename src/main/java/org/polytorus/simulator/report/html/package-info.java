/** The report of a run as one page of HTML that needs nothing else. */
@NullMarked
package org.polytorus.simulator.report.html;

import org.jspecify.annotations.NullMarked;
