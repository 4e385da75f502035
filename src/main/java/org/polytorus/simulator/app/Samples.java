package org.polytorus.simulator.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Where the testnets are that come with the program. */
public final class Samples {
    static final String NAME = "sample-configs";

    private static final Path FOLDER = Path.of(NAME);

    private Samples() {}

    /** In the current folder, or else, as an absolute path, beside the program; it need not exist. */
    public static Path folder() {
        return Files.isDirectory(FOLDER) ? FOLDER : besideProgram(programFile());
    }

    /** Both the distribution and the installed program keep them one folder above the one of their jar. */
    static Path besideProgram(@Nullable Path program) {
        Path samples = program == null
                ? FOLDER
                : program.resolveSibling("..").resolve(FOLDER).normalize();
        return Files.isDirectory(samples) ? samples : FOLDER;
    }

    private static @Nullable Path programFile() {
        CodeSource source = Samples.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return null;
        }
        try {
            return Path.of(new URI(source.getLocation().toString()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException notAFile) {
            return null;
        }
    }
}
