package org.polytorus.simulator.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Opens the file in a node's directory, whatever lies in its place. */
final class Opener {
    static final String FILE = "chain.mvstore";

    /** Damaged files that are kept beside each other; then somebody has to look. */
    static final int MAX_DAMAGED = 100;

    private static final String IN_MEMORY = " It keeps its chain in memory only.";

    private Opener() {}

    /**
     * What came of it.
     *
     * @param file null if nothing can be kept
     * @param warning what was found and what follows, after the node's name; empty if all is well
     */
    record Outcome(@Nullable NodeFile file, String warning) {}

    static Outcome open(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException | SecurityException impossible) {
            return cannotUse(directory, impossible);
        }
        Path path = directory.resolve(FILE);
        try {
            return new Outcome(NodeFile.open(path), "");
        } catch (MVStoreException refused) {
            if (refused.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                return new Outcome(
                        null,
                        "finds " + path + " in use by another node or another run of this program." + IN_MEMORY
                                + " Close the other one or name another data_dir.");
            }
            return setAside(directory, path, refused);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError damaged) {
            // Lengths and pointers that were damaged lead anywhere; MVStore does not check them all.
            return setAside(directory, path, damaged);
        }
    }

    private static Outcome setAside(Path directory, Path path, Throwable found) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return cannotUse(directory, found);
        }
        try {
            Path aside = freeName(path);
            Files.move(path, aside);
            NodeFile fresh = NodeFile.open(path);
            return new Outcome(
                    fresh,
                    "could not use " + path + " (" + reason(found) + "). It was renamed to " + aside.getFileName()
                            + "; the node begins a new one and catches up from its peers.");
        } catch (IOException | RuntimeException impossible) {
            return cannotUse(directory, impossible);
        }
    }

    private static Path freeName(Path path) throws IOException {
        for (int n = 1; n <= MAX_DAMAGED; n++) {
            Path name = path.resolveSibling(FILE + ".damaged-" + n);
            if (!Files.exists(name, LinkOption.NOFOLLOW_LINKS)) {
                return name;
            }
        }
        throw new IOException("there are " + MAX_DAMAGED + " damaged files already; look at them and delete them");
    }

    private static Outcome cannotUse(Path directory, Throwable found) {
        return new Outcome(
                null,
                "cannot keep anything in " + directory + " (" + reason(found) + ")." + IN_MEMORY
                        + " Mend the directory or name another data_dir.");
    }

    /** MVStore adds its version and a code in brackets to its sentences. */
    private static String reason(Throwable found) {
        String text = switch (found) {
            case java.nio.file.FileAlreadyExistsException _ -> "a file is in the way";
            case java.nio.file.AccessDeniedException _ -> "the permission is missing";
            case OutOfMemoryError _, StackOverflowError _ -> "its contents make no sense";
            default -> String.valueOf(found.getMessage());
        };
        int bracket = text.indexOf(" [2.");
        return bracket > 0 ? text.substring(0, bracket) : text;
    }
}
