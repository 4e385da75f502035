package org.polytorus.simulator.app.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.PixelSize;
import org.polytorus.simulator.testnet.TestnetSpec;

/**
 * What is to be run.
 *
 * @param notes what the files gave rise to, told again in the summary
 * @param duration how long, or null until Ctrl+C
 * @param picture what to draw of it, or null
 * @param onlooker who is shown it
 * @param check whether it is to be held against what must always hold
 */
public record RunPlan(
        TestnetSpec spec,
        List<String> notes,
        @Nullable Duration duration,
        @Nullable Picture picture,
        Onlooker onlooker,
        boolean check) {

    public RunPlan {
        notes = List.copyOf(notes);
    }

    /** One that nobody looks on at. */
    public RunPlan(TestnetSpec spec, List<String> notes, @Nullable Duration duration, @Nullable Picture picture) {
        this(spec, notes, duration, picture, Onlooker.NONE, false);
    }

    /** The same, shown to somebody else. */
    public RunPlan shownTo(Onlooker other) {
        return new RunPlan(spec, notes, duration, picture, other, check);
    }

    /** A picture of the window. */
    public record Picture(Path png, Duration at, PixelSize size, boolean dark) {}
}
