package org.polytorus.simulator.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says why a file cannot be written. */
public final class WriteFailure {
    private WriteFailure() {}

    /** For the middle of a sentence that names the file. */
    public static String reason(IOException failed) {
        return switch (failed) {
            case NoSuchFileException _ -> "there is no such folder";
            case AccessDeniedException _ -> "permission is denied";
            case FileSystemException of when of.getReason() != null -> of.getReason();
            default -> String.valueOf(failed.getMessage());
        };
    }
}
