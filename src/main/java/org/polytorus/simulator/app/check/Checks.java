package org.polytorus.simulator.app.check;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.report.Checked.Broken;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Holds a run against what must always hold, at its checkpoints. For the thread that makes them. */
public interface Checks {
    /** Checks nothing. */
    Checks NONE = new Checks() {
        @Override
        public List<Broken> look(Duration elapsed, Supplier<TestnetSnapshot> now, boolean isStep) {
            return List.of();
        }

        @Override
        public @Nullable Checked result() {
            return null;
        }
    };

    /**
     * Makes a checkpoint if one is due.
     *
     * @param now the latest snapshot; asked only where one is due
     * @param isStep whether something was just done, or the run is over: then one is due whenever the last was
     * @return what was found broken since the last call, without what was found often before
     */
    List<Broken> look(Duration elapsed, Supplier<TestnetSnapshot> now, boolean isStep) throws InterruptedException;

    /** What it came to, or null if nothing was checked. */
    @Nullable
    Checked result();
}
