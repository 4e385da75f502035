/** Values that every other package speaks in: identities, hashes, blocks, transactions, counters. They know nothing of sockets, clocks or files. */
@NullMarked
package org.polytorus.simulator.model;

import org.jspecify.annotations.NullMarked;
