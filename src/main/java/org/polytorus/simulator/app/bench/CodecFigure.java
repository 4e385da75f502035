package org.polytorus.simulator.app.bench;

import java.util.Locale;

/**
 * One measured case.
 *
 * @param message what was encoded or decoded
 * @param operation {@code encode} or {@code decode}
 * @param frameBytes bytes of the frame with its prefix
 * @param nanosPerOperation the median of the rounds
 * @param copyNanos how long a bare copy of the same bytes took, the median too
 */
public record CodecFigure(
        String message, String operation, int frameBytes, double nanosPerOperation, double copyNanos) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEBIBYTE = 1024 * 1024;

    /** The heading over {@link #line}. */
    public static String heading() {
        return String.format("%-24s %-8s %12s %14s %10s %10s", "message", "", "bytes", "ns/op", "MiB/s", "× copy");
    }

    public double mebibytesPerSecond() {
        return frameBytes / nanosPerOperation * NANOS_PER_SECOND / BYTES_PER_MEBIBYTE;
    }

    /** How many times longer than a bare copy it takes. */
    public double ratioToCopy() {
        return nanosPerOperation / copyNanos;
    }

    /** One row of a table in plain text. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%-24s %-8s %12d %14.1f %10.1f %10.1f",
                message,
                operation,
                frameBytes,
                nanosPerOperation,
                mebibytesPerSecond(),
                ratioToCopy());
    }
}
