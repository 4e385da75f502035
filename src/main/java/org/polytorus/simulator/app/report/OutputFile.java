package org.polytorus.simulator.app.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.polytorus.simulator.report.RunStory;

/** A file that is written at the end of a run, and known to be writable from its beginning. */
record OutputFile(ClaimedFile file, Content content) {

    /** Writes a whole file. */
    @FunctionalInterface
    interface Content {
        void write(RunStory story, Appendable out) throws IOException;
    }

    Path path() {
        return file.path();
    }

    /** Replaces what the file held; how many bytes it has now. */
    long write(RunStory story) throws IOException {
        try (Writer out = Files.newBufferedWriter(path(), StandardCharsets.UTF_8)) {
            content.write(story, out);
        }
        return Files.size(path());
    }
}
