package org.polytorus.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.DoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.Reordering;
import org.polytorus.simulator.testnet.LinkFidelity;

/** The shares that are asked for are the shares that come about. */
class LinkSharesTest {
    private static final int MESSAGES = 100_000;

    /** 99.9 % of a normal distribution, which a binomial one nearly is here, lie within so many standard deviations. */
    private static final double DEVIATIONS = 3.2905;

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("loss", LinkConditions.NONE::withLoss, LinkFidelity::lost),
                fault(
                        "duplication",
                        share -> LinkConditions.NONE.but().duplication(share).build(),
                        LinkFidelity::duplicated),
                fault(
                        "corruption",
                        share -> LinkConditions.NONE.but().corruption(share).build(),
                        LinkFidelity::corrupted),
                fault(
                        "reordering",
                        share -> LinkConditions.NONE
                                .but()
                                .reordering(new Reordering(share, Duration.ofMillis(5)))
                                .build(),
                        LinkFidelity::heldBack));
    }

    private static Arguments fault(
            String name, DoubleFunction<LinkConditions> asking, ToLongFunction<LinkFidelity> counted) {
        return Arguments.of(Named.of(name, asking), counted);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void shareOfAHundredThousandMessagesLiesWithinItsBinomialBound(
            DoubleFunction<LinkConditions> asking, ToLongFunction<LinkFidelity> counted) {
        for (double asked : new double[] {0.01, 0.1, 0.3}) {
            VirtualLane link = new VirtualLane(asking.apply(asked), NodeSetup.random(1));
            for (int i = 0; i < MESSAGES; i++) {
                link.send(1);
                link.runUntil(link.nowMillis() + 1);
            }
            double width = DEVIATIONS * Math.sqrt(MESSAGES * asked * (1 - asked));
            assertThat((double) counted.applyAsLong(link.fidelity()))
                    .isBetween(MESSAGES * asked - width, MESSAGES * asked + width);
        }
    }
}
