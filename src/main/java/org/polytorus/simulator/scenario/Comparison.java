package org.polytorus.simulator.scenario;

/** How a quantity is to lie to a bound. */
public enum Comparison {
    BELOW("below"),
    AT_MOST("at most"),
    EQUALS("equals"),
    AT_LEAST("at least"),
    ABOVE("above");

    private final String text;

    Comparison(String text) {
        this.text = text;
    }

    /** As it is written in a file. */
    public String text() {
        return text;
    }

    boolean holds(double value, double bound) {
        return switch (this) {
            case BELOW -> value < bound;
            case AT_MOST -> value <= bound;
            case EQUALS -> Double.compare(value, bound) == 0;
            case AT_LEAST -> value >= bound;
            case ABOVE -> value > bound;
        };
    }
}
