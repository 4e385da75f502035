package org.polytorus.simulator.protocol;

/** One TCP connection as its host numbers it; unique for the life of one node, never used again. */
public record ConnectionId(long value) {
    @Override
    public String toString() {
        return "#" + value;
    }
}
