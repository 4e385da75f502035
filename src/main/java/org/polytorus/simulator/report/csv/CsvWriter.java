package org.polytorus.simulator.report.csv;

import java.io.IOException;

/** Writes records after RFC 4180: fields in quotes where they need them, lines that end in CR LF. */
final class CsvWriter {
    private final Appendable out;

    CsvWriter(Appendable out) {
        this.out = out;
    }

    /** Writes one record; what is not known is an empty text. */
    void record(Object... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            out.append(quoted(fields[i]));
        }
        out.append("\r\n");
    }

    private static String quoted(Object field) {
        String text = field.toString();
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
