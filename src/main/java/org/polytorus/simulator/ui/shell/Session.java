package org.polytorus.simulator.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetFactory;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.ui.inspector.Commands;

/** The testnet that the window shows, if any: started and closed in the background, asked from the FX thread. */
final class Session implements Commands {
    private final Background background;
    private final Listener listener;
    private @Nullable Testnet testnet;
    private List<NodeGroup> groups = List.of();

    /** Is told on the FX thread. */
    interface Listener {
        /** Slow work began; {@code what} says which. */
        void began(String what);

        /** The slow work that began last has ended. */
        void ended();

        /** Another testnet is shown from now on, or none. */
        void changed(@Nullable Testnet testnet);

        void failed(String problem);
    }

    Session(Background background, Listener listener) {
        this.background = background;
        this.listener = listener;
    }

    boolean isOpen() {
        return testnet != null;
    }

    /** The latest picture of the testnet that is open, or null. */
    @Nullable
    TestnetSnapshot latest() {
        return testnet == null ? null : testnet.snapshot();
    }

    /** The groups that the file of the testnet that is open names. */
    List<NodeGroup> groups() {
        return groups;
    }

    /** Closes what is open, then lets {@code factory} start {@code spec}. */
    void open(TestnetSpec spec, TestnetFactory factory) {
        close(() -> {});
        work(
                "Starting " + spec.nodes().size() + (spec.nodes().size() == 1 ? " node…" : " nodes…"),
                "The testnet could not be started",
                () -> factory.start(spec),
                started -> {
                    groups = spec.groups();
                    show(started);
                });
    }

    /** Closes what is open; {@code then} runs on the FX thread when it is gone, whatever went wrong. */
    void close(Runnable then) {
        Testnet closing = testnet;
        if (closing == null) {
            // What is being started at this moment is closed when it comes up, and only then it is gone.
            background.run(() -> true, ignored -> closeStarted(then), ignored -> then.run());
            return;
        }
        show(null);
        listener.began("Closing the testnet…");
        background.run(
                () -> {
                    closing.close();
                    return true;
                },
                done -> {
                    listener.ended();
                    then.run();
                },
                failure -> {
                    listener.ended();
                    listener.failed("The testnet could not be closed cleanly: " + failure.getMessage());
                    then.run();
                });
    }

    /** Does slow work in the background and says so in the window meanwhile. */
    <T> void work(String what, String ifFailed, Supplier<T> work, Consumer<T> done) {
        listener.began(what);
        background.run(
                work,
                result -> {
                    listener.ended();
                    done.accept(result);
                },
                failure -> {
                    listener.ended();
                    listener.failed(ifFailed + ": " + failure.getMessage());
                });
    }

    @Override
    public void submit(TestnetCommand command, Consumer<CommandResult> answer) {
        Testnet asked = testnet;
        if (asked == null) {
            answer.accept(CommandResult.refused("No testnet is open."));
            return;
        }
        asked.submit(command)
                .whenComplete((result, failure) -> FxThread.run(() -> answer.accept(
                        failure == null
                                ? result
                                : CommandResult.refused("The testnet failed: " + failure.getMessage()))));
    }

    private void closeStarted(Runnable then) {
        if (testnet == null) {
            then.run();
        } else {
            close(then);
        }
    }

    private void show(@Nullable Testnet shown) {
        testnet = shown;
        groups = shown == null ? List.of() : groups;
        listener.changed(shown);
    }
}
