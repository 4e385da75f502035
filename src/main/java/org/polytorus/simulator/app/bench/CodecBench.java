package org.polytorus.simulator.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.WireException;

/**
 * Measures encoding and decoding against a bare copy of the same bytes in the same run, since absolute figures say little
 * about a machine that others use too. Each case is warmed up, then measured in rounds; the median round counts.
 */
public final class CodecBench {
    private static final int ROUNDS = 7;
    private static final int OPERATIONS_PER_CLOCK_READING = 64;

    /** Warming up takes as long as two rounds. */
    private static final int SHARES = ROUNDS + 2;

    /** Every result is put here, so that the compiler cannot leave the work out; opaque, since a fence would be measured. */
    private final AtomicReference<@Nullable Object> sink = new AtomicReference<>();

    /** The figures as a table in plain text. */
    public static List<String> table(List<CodecFigure> figures) {
        List<String> lines = new ArrayList<>();
        lines.add(CodecFigure.heading());
        figures.forEach(figure -> lines.add(figure.line()));
        return List.copyOf(lines);
    }

    /**
     * Runs all cases on this thread, which takes about twelve times {@code perCase}.
     *
     * @param perCase the time spent on encoding, on decoding and on copying each message
     */
    public List<CodecFigure> run(Duration perCase) {
        List<CodecFigure> figures = new ArrayList<>();
        for (BenchMessages.Named named : BenchMessages.all()) {
            Message message = named.message();
            byte[] frame = MessageCodec.encodeFrame(message);
            double copy = medianNanos(copying(frame), perCase);
            double encode = medianNanos(() -> MessageCodec.encodeFrame(message), perCase);
            double decode = medianNanos(() -> decode(frame), perCase);
            figures.add(new CodecFigure(named.name(), "encode", frame.length, encode, copy));
            figures.add(new CodecFigure(named.name(), "decode", frame.length, decode, copy));
        }
        return List.copyOf(figures);
    }

    private static Supplier<Object> copying(byte[] frame) {
        byte[] target = new byte[frame.length];
        return () -> {
            System.arraycopy(frame, 0, target, 0, frame.length);
            return target;
        };
    }

    private static Message decode(byte[] frame) {
        try {
            return MessageCodec.decodeFrame(frame);
        } catch (WireException impossible) {
            throw new IllegalStateException("A frame of our own was refused", impossible);
        }
    }

    private double medianNanos(Supplier<Object> operation, Duration perCase) {
        long roundNanos = Math.max(1, perCase.toNanos() / SHARES);
        round(operation, (SHARES - ROUNDS) * roundNanos);
        double[] rounds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = round(operation, roundNanos);
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    /** Nanoseconds of one operation. */
    private double round(Supplier<Object> operation, long nanos) {
        long operations = 0;
        long start = System.nanoTime();
        long elapsed;
        do {
            for (int i = 0; i < OPERATIONS_PER_CLOCK_READING; i++) {
                sink.setOpaque(operation.get());
            }
            operations += OPERATIONS_PER_CLOCK_READING;
            elapsed = System.nanoTime() - start;
        } while (elapsed < nanos);
        return (double) elapsed / operations;
    }
}
