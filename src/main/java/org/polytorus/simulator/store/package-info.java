/** What nodes keep on disk: one file a node, written by one thread for all of them. */
@NullMarked
package org.polytorus.simulator.store;

import org.jspecify.annotations.NullMarked;
