package org.polytorus.simulator.ui.shell;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does slow work away from the FX thread, one piece after the other, so that a testnet ends before the next starts. */
final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("window-background-", 0).factory());

    /** Does {@code work}; then one of the others gets its result on the FX thread. */
    <T> void run(Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
        executor.execute(() -> {
            try {
                T result = work.get();
                FxThread.run(() -> done.accept(result));
            } catch (RuntimeException e) {
                LOG.error("Work for the window failed", e);
                FxThread.run(() -> failed.accept(e));
            }
        });
    }

    /** Takes no more work; what was given is still done. */
    void end() {
        executor.shutdown();
    }
}
