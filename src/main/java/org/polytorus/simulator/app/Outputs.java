package org.polytorus.simulator.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the result of a run goes besides the terminal, the report and the figures.
 *
 * @param json whether standard output gets one JSON object, and progress goes to standard error
 * @param junit the file for JUnit XML, or null
 * @param recording of every event; with messages in virtual time alone
 */
record Outputs(boolean json, @Nullable Path junit, Recording recording) {

    /** Nowhere else. */
    static final Outputs TERMINAL = new Outputs(false, null, Recording.NONE);

    /** Writes the XML if it is asked for; false, and the reason is told, if that cannot be. */
    boolean writeJUnit(Supplier<String> xml, PrintWriter err) {
        Path file = junit;
        if (file == null) {
            return true;
        }
        try {
            Files.writeString(file, xml.get());
            return true;
        } catch (IOException cannotWrite) {
            err.println("The result of the run could not be written to " + file + ": "
                    + WriteFailure.reason(cannotWrite) + ". Choose another file.");
            err.flush();
            return false;
        }
    }
}
