package org.polytorus.simulator.wire;

/** A frame that is not a message: the other side's fault, with its name and the place where it shows. */
public final class WireException extends Exception {
    private static final long serialVersionUID = 1L;

    private final WireError error;

    public WireException(WireError error, String detail) {
        super(detail);
        this.error = error;
    }

    public WireError error() {
        return error;
    }
}
