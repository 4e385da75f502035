/** The host on real sockets: Netty event loops drive the nodes and the policy of each link. */
@NullMarked
package org.polytorus.simulator.live;

import org.jspecify.annotations.NullMarked;
