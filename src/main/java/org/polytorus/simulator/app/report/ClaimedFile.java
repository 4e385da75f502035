package org.polytorus.simulator.app.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that will be written later, and is known to be writable.
 *
 * @param isNew whether there was none
 */
record ClaimedFile(Path path, boolean isNew) {

    /** Tries whether the file can be written; what it holds stays. */
    static ClaimedFile claim(Path path) throws IOException {
        boolean isNew = !Files.exists(path);
        Files.newByteChannel(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .close();
        return new ClaimedFile(path, isNew);
    }

    /** Nothing more will be written: an empty file that was made to try is taken away again. */
    void giveUp() throws IOException {
        if (isNew && Files.exists(path) && Files.size(path) == 0) {
            Files.delete(path);
        }
    }
}
