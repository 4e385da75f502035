/** How blocks spread over a testnet, compared with what was measured of real networks. */
@NullMarked
package org.polytorus.simulator.app.study;

import org.jspecify.annotations.NullMarked;
