package org.polytorus.simulator.store;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.StorageStats;
import org.polytorus.simulator.wire.PeerInfo;

/**
 * What one node keeps on disk. Where its file cannot be used it keeps nothing, says so once, and the node goes on in memory.
 * May be used from any thread; writing happens on the thread of {@link NodeStores}.
 */
public final class NodeStore {
    /** Blocks that are read at once. */
    private static final int READ_BATCH = 200;

    private final NodeStores writer;
    private final Path directory;
    private final Consumer<String> warnings;
    /** Null if nothing can be kept; else for the opening thread at first, and for the writer's from the first write on. */
    private final @Nullable NodeFile file;

    private final AtomicLong takenOver = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unwritten = new AtomicLong();
    private final AtomicBoolean toldOfOverflow = new AtomicBoolean();
    private volatile String problem;
    private volatile boolean failed;
    private volatile long blocks;
    private volatile long bytes;
    private volatile long peers;

    NodeStore(NodeStores writer, Path directory, Opener.Outcome outcome, Consumer<String> warnings) {
        this.writer = writer;
        this.directory = directory;
        this.warnings = warnings;
        this.file = outcome.file();
        this.problem = outcome.warning();
        failed = file == null;
        measure();
        if (!problem.isEmpty()) {
            warnings.accept(problem);
        }
    }

    /** Whether something can be kept. */
    public boolean isOpen() {
        return !failed;
    }

    /** What was kept, parents before children, in parts. Only before the first {@link #remember}. */
    public Iterator<List<Block>> storedBlocks() {
        return file == null ? Collections.emptyIterator() : file.blocks(READ_BATCH);
    }

    /** The peers that were kept. Only before the first {@link #rememberPeers}. */
    public List<PeerInfo> storedPeers() {
        return file == null ? List.of() : file.peers();
    }

    /** Notes what the node made of blocks that it was handed from here. */
    public void recalled(int taken, int brokeRules) {
        takenOver.addAndGet(taken);
        refused.addAndGet(brokeRules);
    }

    /** Has blocks written soon. */
    public void remember(List<Block> newBlocks) {
        boolean accepted = !failed && writer.offer(WriteJob.ofBlocks(this, newBlocks));
        if (!accepted && file != null) {
            unwritten.addAndGet(newBlocks.size());
            tellOfOverflow("the queue to the disk is full");
        }
    }

    /** Has these peers written soon, instead of those before. */
    public void rememberPeers(List<PeerInfo> known) {
        if (!failed) {
            writer.offer(WriteJob.ofPeers(this, known));
        }
    }

    /** What is kept as of the latest write. */
    public StorageStats stats() {
        if (file == null) {
            return StorageStats.inMemory(problem);
        }
        return new StorageStats(
                directory.toString(),
                blocks,
                bytes,
                peers,
                takenOver.get(),
                refused.get() + file.unreadable(),
                unwritten.get(),
                problem);
    }

    /** On the writer's thread. */
    void write(WriteJob job) {
        if (file == null || failed) {
            unwritten.addAndGet(job.blocks().size());
            return;
        }
        try {
            for (Block block : job.blocks()) {
                if (!file.put(block)) {
                    unwritten.incrementAndGet();
                    tellOfOverflow("it holds as much as it may");
                }
            }
            if (job.peers() != null) {
                file.putPeers(job.peers());
            }
        } catch (RuntimeException broken) {
            fail(broken);
        }
    }

    /** On the writer's thread. */
    void commit() {
        if (file == null || failed) {
            return;
        }
        try {
            file.commit();
            measure();
        } catch (RuntimeException broken) {
            fail(broken);
        }
    }

    /** On the writer's thread, as the last call. */
    void close() {
        if (file == null) {
            return;
        }
        try {
            if (failed) {
                file.abandon();
            } else {
                file.close();
            }
        } catch (RuntimeException broken) {
            fail(broken);
        }
    }

    private void measure() {
        if (file != null) {
            blocks = file.blockCount();
            bytes = file.bytes();
            peers = file.peerCount();
        }
    }

    private void fail(RuntimeException broken) {
        failed = true;
        problem = "could not write to " + directory + " (" + broken.getMessage()
                + "); what is new stays in memory only. Make room or mend the permissions, then open the testnet again.";
        warnings.accept(problem);
    }

    private void tellOfOverflow(String why) {
        if (toldOfOverflow.compareAndSet(false, true)) {
            problem = "does not keep every block in " + directory + ": " + why
                    + ". After a restart it asks its peers for the rest.";
            warnings.accept(problem);
        }
    }
}
