/** Drives scenarios on a clock, and writes down what came of them. */
@NullMarked
package org.polytorus.simulator.app.scenario;

import org.jspecify.annotations.NullMarked;
