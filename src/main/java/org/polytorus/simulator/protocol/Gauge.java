package org.polytorus.simulator.protocol;

/** Hears how full each bounded thing is. */
@FunctionalInterface
public interface Gauge {

    /**
     * One of them.
     *
     * @param what in words, such as {@code addresses in the book}
     * @param bound what {@code held} must not exceed
     */
    void holds(String what, long held, long bound);
}
