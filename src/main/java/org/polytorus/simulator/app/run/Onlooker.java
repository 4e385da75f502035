package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Is shown a run while it goes on, and writes down at its end what it saw. */
public interface Onlooker {
    /** Sees nothing and writes nothing. */
    Onlooker NONE = new Onlooker() {
        @Override
        public void look(
                Duration elapsed, Supplier<TestnetSnapshot> now, LongFunction<List<TestnetEvent>> eventsAfter) {}

        @Override
        public void end(Duration ran, TestnetSnapshot last, @Nullable Checked checked) {}

        @Override
        public Told told() {
            return new Told(true, List.of());
        }
    };

    /**
     * May take a look.
     *
     * @param now asked for a snapshot only when one is wanted
     * @param eventsAfter the events after the one of that number
     */
    void look(Duration elapsed, Supplier<TestnetSnapshot> now, LongFunction<List<TestnetEvent>> eventsAfter);

    /** Something did not hold that always must. */
    default void broken(Checked.Broken found) {}

    /**
     * The run is over: what is to be written is written before this returns.
     *
     * @param checked what came of checks, or null if there were none
     */
    void end(Duration ran, TestnetSnapshot last, @Nullable Checked checked);

    /** What came of the writing. */
    Told told();

    /**
     * For people.
     *
     * @param isGood whether everything was written
     * @param lines what was written where, or what went wrong
     */
    record Told(boolean isGood, List<String> lines) {
        public Told {
            lines = List.copyOf(lines);
        }
    }
}
