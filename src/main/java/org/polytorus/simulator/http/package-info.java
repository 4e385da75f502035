/** Each node's PolyTorus HTTP interface, and the metrics of the whole testnet. */
@NullMarked
package org.polytorus.simulator.http;

import org.jspecify.annotations.NullMarked;
