package org.polytorus.simulator.live;

import java.util.concurrent.TimeUnit;
import org.polytorus.simulator.host.EventWriter;
import org.polytorus.simulator.host.PropagationLook;
import org.polytorus.simulator.host.Report;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The testnet's own thread: writes what nodes report into the event log, and ten times a second a new snapshot. */
final class SnapshotFolder {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotFolder.class);
    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ReportQueue reports;
    private final EventWriter writer;
    private final SnapshotSource builder;
    private final PropagationLook propagation;
    private final EpochClock clock;
    private final Thread thread;
    private volatile TestnetSnapshot latest;

    SnapshotFolder(
            ReportQueue reports,
            EventWriter writer,
            SnapshotSource builder,
            PropagationLook propagation,
            EpochClock clock) {
        this.reports = reports;
        this.writer = writer;
        this.builder = builder;
        this.propagation = propagation;
        this.clock = clock;
        latest = builder.build(clock.epochNanos(), 0, propagation.snapshot());
        thread = new Thread(this::run, LiveTestnet.THREAD_PREFIX + "snapshots");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    TestnetSnapshot latest() {
        return latest;
    }

    /** Ends the thread and waits until it is gone; the last snapshot stays. */
    void stop() {
        thread.interrupt();
        LoopThreads.join(thread);
    }

    private void run() {
        long dueNanos = System.nanoTime();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Report report = reports.poll(Math.max(0, dueNanos - System.nanoTime()));
                if (report != null) {
                    writer.write(report);
                    propagation.follow(report);
                }
                if (dueNanos - System.nanoTime() <= 0) {
                    propagation.missed(reports.missedCopies());
                    latest = builder.build(clock.epochNanos(), reports.overflowed(), propagation.snapshot());
                    dueNanos = System.nanoTime() + GAP_NANOS;
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("The testnet's thread ends");
        }
    }
}
