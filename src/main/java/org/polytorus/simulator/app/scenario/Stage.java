package org.polytorus.simulator.app.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.record.RecordFile;
import org.polytorus.simulator.app.run.RunSummary;
import org.polytorus.simulator.scenario.Scenario;

/** Where scenarios are carried out: on sockets or in virtual time. */
public interface Stage {

    /**
     * Carries a scenario out; returns when it is over, or cut short by Ctrl+C, and everything is closed.
     *
     * @param stories are told what happens
     * @param asked what else is wanted of it
     */
    Played play(Scenario scenario, List<Story> stories, Asked asked) throws InterruptedException;

    /**
     * What is wanted besides the result.
     *
     * @param record where to write it down, or null
     * @param files that the scenario was read from, for the record
     * @param notes on these files, for the summary
     * @param summary whether the testnet shall come to rest and be summed up
     * @param check whether it is to be held against what must always hold
     */
    record Asked(@Nullable RecordFile record, List<String> files, List<String> notes, boolean summary, boolean check) {
        public Asked {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }
    }

    /**
     * A scenario that was carried out.
     *
     * @param summary if it was asked for
     * @param remark a line about the run, or nothing
     */
    record Played(ScenarioResult result, @Nullable RunSummary summary, String remark) {}
}
