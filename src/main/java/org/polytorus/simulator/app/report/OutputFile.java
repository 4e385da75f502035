package org.polytorus.simulator.app.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.polytorus.simulator.report.RunStory;

/** A file that is written at the end of a run, and known to be writable from its beginning. */
final class OutputFile {

    /** Writes a whole file. */
    @FunctionalInterface
    interface Content {
        void write(RunStory story, Appendable out) throws IOException;
    }

    private final Path path;
    private final Content content;
    private final boolean isNew;

    private OutputFile(Path path, Content content, boolean isNew) {
        this.path = path;
        this.content = content;
        this.isNew = isNew;
    }

    /** Tries whether the file can be written; what it holds stays until the end of the run. */
    static OutputFile claim(Path path, Content content) throws IOException {
        boolean isNew = !Files.exists(path);
        Files.newByteChannel(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .close();
        return new OutputFile(path, content, isNew);
    }

    Path path() {
        return path;
    }

    /** Replaces what the file held; how many bytes it has now. */
    long write(RunStory story) throws IOException {
        try (Writer out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
            content.write(story, out);
        }
        return Files.size(path);
    }

    /** Nothing will be written: an empty file that was made to try is taken away again. */
    void giveUp() throws IOException {
        if (isNew && Files.exists(path) && Files.size(path) == 0) {
            Files.delete(path);
        }
    }
}
