package org.polytorus.simulator.store;

/** A file holds something that was never written into it. */
final class DamagedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedException(String found) {
        super(found);
    }
}
