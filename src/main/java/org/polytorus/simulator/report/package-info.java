/** What is written down of a run for people and programs: what is collected while it goes on. */
@NullMarked
package org.polytorus.simulator.report;

import org.jspecify.annotations.NullMarked;
