package org.polytorus.simulator.app;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines whose length has a bound: the rest of a longer one is skipped without being held. */
final class BoundedLines {
    private static final int MAX_FRAME_BYTES = 4 + 10 * 1024 * 1024;
    /** Two digits a byte, each possibly followed by a space. */
    static final int MAX_LENGTH = 3 * MAX_FRAME_BYTES;

    private final Reader reader;
    private final int maxLength;

    /** The reader should be buffered. */
    BoundedLines(Reader reader) {
        this(reader, MAX_LENGTH);
    }

    BoundedLines(Reader reader, int maxLength) {
        this.reader = reader;
        this.maxLength = maxLength;
    }

    /** A line without its end; {@code isCut} if it was longer than the bound. */
    record Line(String text, boolean isCut) {}

    /** The next line, or null after the last. */
    @Nullable
    Line next() throws IOException {
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        while (c >= 0 && c != '\n') {
            if (text.length() < maxLength) {
                text.append((char) c);
            } else {
                cut = true;
            }
            c = reader.read();
        }
        return new Line(text.toString(), cut);
    }
}
