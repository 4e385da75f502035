package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.LinkConditionsBuilder;
import org.polytorus.simulator.link.Reordering;
import org.polytorus.simulator.link.Slicing;
import org.polytorus.simulator.model.Bandwidth;

/** Conditions of a link: one to three faults, each of any strength. */
final class RandomConditions {
    private static final int FAULTS = 9;
    private static final int MOST_AT_ONCE = 3;

    private final Dice dice;

    RandomConditions(Dice dice) {
        this.dice = dice;
    }

    LinkConditions next() {
        LinkConditionsBuilder conditions = LinkConditions.NONE.but();
        int faults = dice.between(1, MOST_AT_ONCE);
        for (int i = 0; i < faults; i++) {
            add(conditions, dice.between(1, FAULTS));
        }
        return conditions.build();
    }

    private void add(LinkConditionsBuilder conditions, int fault) {
        switch (fault) {
            case 1 -> latency(conditions);
            case 2 -> conditions.loss(dice.share(5, 700));
            case 3 -> conditions.duplication(dice.share(5, 500));
            case 4 -> conditions.reordering(new Reordering(dice.share(5, 500), dice.millis(5, 800)));
            case 5 -> conditions.corruption(dice.share(2, 300));
            case 6 -> bandwidth(conditions);
            case 7 -> conditions.slicing(new Slicing(dice.magnitude(100, 5_000), dice.millis(1, 50)));
            case 8 -> conditions.closeDelay(dice.millis(10, 5_000));
            default -> conditions.blackHole(true);
        }
    }

    private void latency(LinkConditionsBuilder conditions) {
        Duration latency = dice.millis(1, 3_000);
        Duration spread = dice.millis(1, (int) latency.toMillis());
        conditions
                .latency(latency)
                .jitter(
                        switch (dice.between(1, 4)) {
                            case 1 -> Jitter.uniform(spread);
                            case 2 -> Jitter.normal(spread);
                            default -> Jitter.NONE;
                        });
    }

    private void bandwidth(LinkConditionsBuilder conditions) {
        conditions.bandwidth(new Bandwidth(dice.magnitude(4_000, 10_000_000)));
        if (dice.chance(0.5)) {
            conditions.queueBytes(dice.magnitude(1_000, 100_000));
        }
    }
}
