/** What the command bench measures. */
@NullMarked
package org.polytorus.simulator.app.bench;

import org.jspecify.annotations.NullMarked;
