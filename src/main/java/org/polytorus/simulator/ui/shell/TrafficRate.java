package org.polytorus.simulator.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** How much is sent per second, over the last two seconds of snapshots. */
final class TrafficRate {
    private static final long WINDOW_NANOS = 2_000_000_000L;
    /** Bounds the memory should snapshots come very fast. */
    private static final int MAX_SAMPLES = 256;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long messages, long bytes) {}

    void add(TestnetSnapshot snapshot) {
        samples.addLast(new Sample(
                snapshot.epochNanos(),
                snapshot.totals().messagesSent(),
                snapshot.totals().bytesSent()));
        while (samples.size() > 2
                && (samples.size() > MAX_SAMPLES
                        || snapshot.epochNanos() - samples.getFirst().nanos() > WINDOW_NANOS)) {
            samples.removeFirst();
        }
    }

    void clear() {
        samples.clear();
    }

    double messagesPerSecond() {
        return samples.isEmpty()
                ? 0
                : perSecond(samples.getLast().messages() - samples.getFirst().messages());
    }

    double bytesPerSecond() {
        return samples.isEmpty()
                ? 0
                : perSecond(samples.getLast().bytes() - samples.getFirst().bytes());
    }

    private double perSecond(long growth) {
        long nanos = samples.getLast().nanos() - samples.getFirst().nanos();
        return nanos <= 0 ? 0 : Math.max(0, growth) * 1e9 / nanos;
    }
}
