package org.polytorus.simulator.ui.dialogs;

/**
 * A shape that a new testnet can have.
 *
 * @param text how a person reads it; unique
 * @param degreeName what the number is called that must be chosen beside the number of nodes; empty if there is none
 */
public record Shape(String text, String degreeName) {

    /** Whether a number must be chosen beside the number of nodes. */
    public boolean needsDegree() {
        return !degreeName.isEmpty();
    }

    /** What the list of choices shows. */
    @Override
    public String toString() {
        return text;
    }
}
