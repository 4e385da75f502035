package org.polytorus.simulator.app;

import java.nio.file.Path;
import java.util.List;

/** Reads the files that together describe one testnet. */
public interface TestnetLoader {

    /**
     * Never throws for what the files hold, nor for files that cannot be read: those are problems.
     *
     * @param files one testnet file, or several node files
     * @param expose whether addresses other than loopback are kept as they are
     */
    Loaded load(List<Path> files, boolean expose);

    /** Whether a file describes a whole testnet by itself; false for a node file, and for what cannot be read. */
    boolean isTestnet(Path file);
}
