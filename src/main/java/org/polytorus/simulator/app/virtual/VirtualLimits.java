package org.polytorus.simulator.app.virtual;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.scenario.Times;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;

/** What virtual time cannot do, or passes over. */
public final class VirtualLimits {
    private VirtualLimits() {}

    /** Why this testnet cannot run in virtual time, or null. */
    public static @Nullable String problem(TestnetSpec spec) {
        return spec.guests().isEmpty()
                ? null
                : "Programs that are not ours live in real time, so "
                        + spec.guests().getFirst().name()
                        + " cannot take part in virtual time. Run it in real time, or take [[external]] out of the file.";
    }

    /** Why this scenario cannot run in virtual time, or null. */
    public static @Nullable String problem(Scenario scenario) {
        String problem = problem(scenario.testnet());
        if (problem != null) {
            return problem;
        }
        return scenario.steps().stream()
                .filter(VirtualLimits::isAboutGuests)
                .findFirst()
                .map(step -> "Programs that are not ours live in real time, so the step \"" + step.text() + "\" at "
                        + Times.seconds(step.at())
                        + " s cannot be done in virtual time. Run it in real time, or take that step out of the file.")
                .orElse(null);
    }

    private static boolean isAboutGuests(Step step) {
        return step.actions().stream()
                .anyMatch(action -> action instanceof Action.Order order
                        && (order.command() instanceof TestnetCommand.AttachGuest
                                || order.command() instanceof TestnetCommand.DetachGuest));
    }

    /** What of this testnet is passed over in virtual time. */
    public static List<String> notes(TestnetSpec spec) {
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
