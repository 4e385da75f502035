/** Runs written down as lines of JSON, on sockets and in virtual time. */
@NullMarked
package org.polytorus.simulator.app.record;

import org.jspecify.annotations.NullMarked;
