package org.polytorus.simulator.app;

import picocli.CommandLine.Option;

/** The options of a run in virtual time; the others need the first. */
final class VirtualOptions {
    @Option(
            names = "--virtual",
            required = true,
            description = "Run in virtual time, as fast as it goes: no sockets, and the same seed gives the same run.")
    boolean virtual;

    @Option(
            names = "--record-messages",
            description = "Write every message that arrives into the file of --record, too.")
    boolean recordMessages;
}
