package org.polytorus.simulator.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What command lines printed. */
final class Printed {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Runs one command line and returns its exit code. */
    int run(Wiring wiring, String... args) {
        return run(wiring, new PrintWriter(out, true), args);
    }

    /** The same with another standard output. */
    int run(Wiring wiring, PrintWriter output, String... args) {
        return CommandLineFactory.create(wiring)
                .setOut(output)
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
