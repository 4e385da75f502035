package org.polytorus.simulator.app.run;

import java.util.List;

/**
 * What a scenario expected and what came of it.
 *
 * @param troubles what else went wrong: refused commands, nodes that did not start
 */
public record Judged(String name, int held, int failed, List<Expected> expectations, List<String> troubles) {

    public Judged {
        expectations = List.copyOf(expectations);
        troubles = List.copyOf(troubles);
    }

    /**
     * One expectation.
     *
     * @param outcome held or failed
     * @param seconds when it was decided
     */
    public record Expected(String that, String outcome, double seconds, String evidence) {}
}
