package org.polytorus.simulator.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of the operating system. */
final class SystemCommand {
    private static final long PATIENCE_SECONDS = 10;

    private SystemCommand() {}

    /** A program that cannot be run, or that failed; the message is a sentence with its own words. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    /** Waits until it has ended. */
    static void run(List<String> command) throws Failed {
        String line = String.join(" ", command);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Failed("\"" + line + "\" did not end within " + PATIENCE_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new Failed(
                        "\"" + line + "\" says: " + said.lines().findFirst().orElse("nothing"));
            }
        } catch (IOException cannot) {
            throw new Failed("\"" + line + "\" cannot be run: " + cannot.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failed("\"" + line + "\" was interrupted");
        }
    }
}
