package org.polytorus.simulator.app.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.polytorus.simulator.report.RunStory;

/** A file that is written at the end of a run, and known to be writable from its beginning. */
final class OutputFile {

    /** Writes a whole file. */
    @FunctionalInterface
    interface Content {
        void write(RunStory story, Appendable out) throws IOException;
    }

    private final ClaimedFile file;
    private final Content content;

    private OutputFile(ClaimedFile file, Content content) {
        this.file = file;
        this.content = content;
    }

    /** Tries whether the file can be written; what it holds stays until the end of the run. */
    static OutputFile claim(Path path, Content content) throws IOException {
        return new OutputFile(ClaimedFile.claim(path), content);
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

    /** Nothing will be written. */
    void giveUp() throws IOException {
        file.giveUp();
    }
}
