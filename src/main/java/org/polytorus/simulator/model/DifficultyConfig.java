package org.polytorus.simulator.model;

/** Limits of PolyTorus's difficulty adjustment, carried in every block and covered by no hash. */
public record DifficultyConfig(
        long baseDifficulty,
        long minDifficulty,
        long maxDifficulty,
        double adjustmentFactor,
        double tolerancePercentage) {

    /** What PolyTorus's own blocks carry. */
    public static final DifficultyConfig DEFAULT = new DifficultyConfig(4, 1, 32, 0.25, 20.0);
}
