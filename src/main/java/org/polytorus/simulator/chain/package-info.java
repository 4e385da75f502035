/** Hashes, validation, the block tree and the mempool: everything a node knows about the chain, without a network. */
@NullMarked
package org.polytorus.simulator.chain;

import org.jspecify.annotations.NullMarked;
