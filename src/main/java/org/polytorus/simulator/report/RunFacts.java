package org.polytorus.simulator.report;

import java.util.List;

/**
 * What is known of a run before it begins.
 *
 * @param title of the scenario, or of the testnet
 * @param text what it teaches; may be empty
 * @param version of the program
 * @param files that it was read from, as they were named
 * @param inVirtualTime whether in virtual time, and not on sockets
 */
public record RunFacts(
        String title, String text, String version, List<String> files, long seed, boolean inVirtualTime) {
    public RunFacts {
        files = List.copyOf(files);
    }
}
