package org.polytorus.simulator.app;

/** How the commands end; 2, for wrong arguments, is picocli's own. */
final class ExitCodes {
    static final int DONE = 0;
    static final int FAILED = 1;

    private ExitCodes() {}
}
