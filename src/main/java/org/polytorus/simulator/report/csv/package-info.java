/** The figures of a run as comma-separated values. */
@NullMarked
package org.polytorus.simulator.report.csv;

import org.jspecify.annotations.NullMarked;
