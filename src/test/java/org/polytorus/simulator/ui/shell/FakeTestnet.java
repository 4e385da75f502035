package org.polytorus.simulator.ui.shell;

import java.util.function.UnaryOperator;
import javafx.application.Platform;
import org.polytorus.simulator.testnet.StagedTestnet;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** A testnet whose pictures follow each other as those of a real one do. */
public final class FakeTestnet extends StagedTestnet {
    private volatile boolean closedOnFxThread;

    public FakeTestnet(TestnetSnapshot first) {
        super(first);
    }

    /** Shows the changed picture as a newer one, a tenth of a second later. */
    public void publish(UnaryOperator<TestnetSnapshot> change) {
        show(Pictures.next(change.apply(shown())));
    }

    public boolean wasClosedOnFxThread() {
        return closedOnFxThread;
    }

    @Override
    public void close() {
        closedOnFxThread |= Platform.isFxApplicationThread();
        super.close();
    }
}
