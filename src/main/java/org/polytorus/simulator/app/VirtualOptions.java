package org.polytorus.simulator.app;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.scenario.Times;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;
import picocli.CommandLine.Option;

/** The options of a run in virtual time; the others need the first. */
final class VirtualOptions {
    @Option(
            names = "--virtual",
            required = true,
            description = "Run in virtual time, as fast as it goes: no sockets, and the same seed gives the same run.")
    boolean virtual;

    @Option(
            names = "--record-messages",
            description = "Write every message that arrives into the file of --record, too.")
    boolean recordMessages;

    /** Why this testnet cannot run in virtual time, or null. */
    static @Nullable String problem(TestnetSpec spec) {
        return spec.guests().isEmpty()
                ? null
                : "Programs that are not ours live in real time, so "
                        + spec.guests().getFirst().name()
                        + " cannot take part in virtual time. Run without --virtual, or take [[external]] out of the file.";
    }

    /** Why this scenario cannot run in virtual time, or null. */
    static @Nullable String problem(Scenario scenario) {
        String problem = problem(scenario.testnet());
        if (problem != null) {
            return problem;
        }
        return scenario.steps().stream()
                .filter(VirtualOptions::isAboutGuests)
                .findFirst()
                .map(
                        step -> "Programs that are not ours live in real time, so the step \"" + step.text() + "\" at "
                                + Times.seconds(step.at())
                                + " s cannot be done in virtual time. Run without --virtual, or take that step out of the file.")
                .orElse(null);
    }

    private static boolean isAboutGuests(Step step) {
        return step.actions().stream()
                .anyMatch(action -> action instanceof Action.Order order
                        && (order.command() instanceof TestnetCommand.AttachGuest
                                || order.command() instanceof TestnetCommand.DetachGuest));
    }

    /** What of this testnet is passed over in virtual time. */
    static List<String> notes(TestnetSpec spec) {
        List<String> notes = new ArrayList<>();
        if (spec.nodes().stream().anyMatch(node -> node.dataDirectory() != null)) {
            notes.add("In virtual time nothing is kept on disk: data_dir is passed over.");
        }
        if (spec.nodes().stream().anyMatch(node -> node.http() != null)) {
            notes.add("In virtual time nobody could ask in time: HTTP interfaces are not opened.");
        }
        return notes;
    }
}
