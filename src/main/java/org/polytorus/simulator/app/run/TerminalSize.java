package org.polytorus.simulator.app.run;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much fits on the terminal. */
record TerminalSize(int columns, int rows) {
    /** What a terminal has if it does not tell. */
    static final TerminalSize USUAL = new TerminalSize(80, 24);

    private static final Logger LOG = LoggerFactory.getLogger(TerminalSize.class);
    private static final Pattern STTY_ANSWER = Pattern.compile("([0-9]{1,4}) ([0-9]{1,4})\\s*");
    private static final int MIN_COLUMNS = 20;
    private static final int MIN_ROWS = 10;
    private static final long STTY_PATIENCE_MILLIS = 500;

    /** Asks the terminal that standard input comes from; {@code stty} knows on Linux and macOS. */
    static TerminalSize ask() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(STTY_PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                stty.destroy();
                return USUAL;
            }
            return parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException noStty) {
            LOG.debug("The terminal's size is unknown", noStty);
            return USUAL;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }

    /** Reads {@code rows columns}; anything else, and a terminal without a size, is the usual one. */
    static TerminalSize parse(String answer) {
        Matcher size = STTY_ANSWER.matcher(answer);
        if (!size.matches()) {
            return USUAL;
        }
        int rows = Integer.parseInt(size.group(1));
        int columns = Integer.parseInt(size.group(2));
        return rows == 0 || columns == 0
                ? USUAL
                : new TerminalSize(Math.max(MIN_COLUMNS, columns), Math.max(MIN_ROWS, rows));
    }
}
