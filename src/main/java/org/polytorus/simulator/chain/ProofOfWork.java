package org.polytorus.simulator.chain;

import org.polytorus.simulator.model.Hash;

/** The rule of work. */
final class ProofOfWork {
    private ProofOfWork() {}

    /** Whether the hash starts with as many hex zeros as the unsigned difficulty says. */
    static boolean isDone(Hash hash, long difficulty) {
        return Long.compareUnsigned(hash.leadingHexZeros(), difficulty) >= 0;
    }
}
