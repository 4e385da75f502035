package org.polytorus.simulator.ui.charts;

/**
 * The marks of a value axis from 0 up.
 *
 * @param step between two marks; 1, 2 or 5 times a power of ten, or a power of two for bytes
 * @param marks how many steps reach over the greatest value
 */
record Axis(double step, int marks) {
    private static final int MOST_MARKS = 3;
    private static final double[] DECIMAL_STEPS = {1, 2, 5, 10};

    /** An axis that {@code greatest} fits under. */
    static Axis upTo(double greatest, Metric.Unit unit, boolean rate) {
        double least = rate && unit == Metric.Unit.COUNT ? 0.1 : 1;
        double wanted = Math.max(greatest / MOST_MARKS, least);
        double step = unit == Metric.Unit.BYTES ? binaryStep(wanted) : decimalStep(wanted);
        return new Axis(step, Math.max(1, (int) Math.ceil(greatest / step - 1e-9)));
    }

    double top() {
        return step * marks;
    }

    private static double decimalStep(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double factor : DECIMAL_STEPS) {
            // A tenth is not exact in binary: without the tolerance 0.3 would ask for 0.5.
            if (factor * power >= wanted * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static double binaryStep(double wanted) {
        double step = 1;
        while (step < wanted) {
            step *= 2;
        }
        return step;
    }
}
