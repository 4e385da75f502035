package org.polytorus.simulator.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.record.RecordFile;

/**
 * A run that is written down while it goes on, if somebody asked for that.
 *
 * @param file the file for every event, or null for no record
 * @param messages whether that file gets every message, too
 */
record Recording(@Nullable Path file, boolean messages) {
    static final Recording NONE = new Recording(null, false);

    /** What is recorded. */
    interface Recorded {
        /**
         * The exit code; returns when all is printed.
         *
         * @param record takes what happens, or null where there is no record
         */
        int run(@Nullable RecordFile record) throws InterruptedException;
    }

    /**
     * The exit code of the run, or that of a failure if not all could be recorded.
     *
     * @param talk is told where the record is
     * @param err is told why there is none
     */
    int of(Recorded run, PrintWriter talk, PrintWriter err) throws InterruptedException {
        if (file == null) {
            return run.run(null);
        }
        try (RecordFile record = new RecordFile(file, messages)) {
            int exitCode = run.run(record);
            String problem = record.problem();
            if (problem == null) {
                talk.println(record.told());
                talk.flush();
                return exitCode;
            }
            err.println(problem);
        } catch (IOException failed) {
            err.println(RecordFile.problem(file, failed));
        }
        err.flush();
        return ExitCodes.FAILED;
    }
}
