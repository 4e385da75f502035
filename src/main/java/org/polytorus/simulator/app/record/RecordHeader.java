package org.polytorus.simulator.app.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record is of: with this and the files the run can be made again.
 *
 * @param version of the program; virtual runs are the same under one version
 * @param files as they were named
 * @param scenario its name, or null where there is no timeline
 * @param leftOut expectations whose verdicts are not written, since they are not about the testnet
 */
public record RecordHeader(
        String version, List<String> files, @Nullable String scenario, long seed, Time time, List<String> leftOut) {

    /** Which time a run lives in. */
    public enum Time {
        REAL,
        VIRTUAL
    }

    public RecordHeader {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }
}
