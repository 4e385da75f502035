package org.polytorus.simulator.ui.dialogs;

/**
 * A shape that a new testnet can have.
 *
 * @param text how a person reads it; unique
 * @param needsDegree whether the number of links per node must be chosen
 */
public record Shape(String text, boolean needsDegree) {
    /** What the list of choices shows. */
    @Override
    public String toString() {
        return text;
    }
}
