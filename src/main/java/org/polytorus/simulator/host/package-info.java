/** What the host on sockets and the host in virtual time do alike. No clock, no thread, no chance of its own. */
@NullMarked
package org.polytorus.simulator.host;

import org.jspecify.annotations.NullMarked;
