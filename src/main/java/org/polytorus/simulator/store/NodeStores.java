package org.polytorus.simulator.store;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The files of a testnet's nodes, and the one thread that writes them all. */
public final class NodeStores implements AutoCloseable {
    /** Jobs that may wait; what comes when there are more is not written, and counted. */
    static final int MAX_WAITING = 10_000;

    /** What they may weigh together. */
    static final long MAX_WAITING_BYTES = 64L << 20;

    /** Jobs that are written with one commit. */
    private static final int MAX_AT_ONCE = 1_000;

    private final Thread thread;
    private final List<NodeStore> stores = new ArrayList<>();
    private final ArrayDeque<WriteJob> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean started;
    private boolean closing;

    /** The thread starts with the first file. */
    public NodeStores(String threadName) {
        thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
    }

    /**
     * Opens a node's file. What is damaged is set aside; where nothing can be kept the store keeps nothing.
     *
     * @param warnings takes what the user is to know, as the end of a sentence that begins with the node's name; may be called
     *     by any thread
     */
    public NodeStore open(Path directory, Consumer<String> warnings) {
        NodeStore store = new NodeStore(this, directory, Opener.open(directory), warnings);
        synchronized (waiting) {
            stores.add(store);
            if (!started) {
                started = true;
                thread.start();
            }
        }
        return store;
    }

    /** Writes everything that waits, closes the files and ends the thread; returns when that is done. */
    @Override
    public void close() {
        synchronized (waiting) {
            closing = true;
            waiting.notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException whileWaiting) {
                // What waits would be lost; the disk, not a person, decides how long this takes.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** False if there is no room, or everything is closed. */
    boolean offer(WriteJob job) {
        synchronized (waiting) {
            if (closing || waiting.size() >= MAX_WAITING || waitingBytes + job.bytes() > MAX_WAITING_BYTES) {
                return false;
            }
            waiting.add(job);
            waitingBytes += job.bytes();
            waiting.notifyAll();
            return true;
        }
    }

    private void run() {
        for (List<WriteJob> jobs = take(); !jobs.isEmpty(); jobs = take()) {
            Set<NodeStore> touched = new LinkedHashSet<>();
            for (WriteJob job : jobs) {
                job.store().write(job);
                touched.add(job.store());
            }
            touched.forEach(NodeStore::commit);
        }
        stores.forEach(NodeStore::close);
    }

    /** The next jobs, as soon as there are some; none when everything is written and no more come. */
    private List<WriteJob> take() {
        List<WriteJob> jobs = new ArrayList<>();
        synchronized (waiting) {
            while (waiting.isEmpty() && !closing) {
                try {
                    waiting.wait();
                } catch (InterruptedException byNobody) {
                    throw new IllegalStateException("The writer was interrupted, which would cost its files", byNobody);
                }
            }
            while (!waiting.isEmpty() && jobs.size() < MAX_AT_ONCE) {
                WriteJob job = waiting.remove();
                waitingBytes -= job.bytes();
                jobs.add(job);
            }
        }
        return jobs;
    }
}
