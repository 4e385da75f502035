package org.polytorus.simulator.live;

import java.util.concurrent.atomic.LongAdder;
import org.polytorus.simulator.host.Tally;

/** Counts on several threads. */
final class LongAdderTally extends LongAdder implements Tally {
    private static final long serialVersionUID = 1L;
}
