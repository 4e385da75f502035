package org.polytorus.simulator.http;

import java.util.ArrayList;
import java.util.List;
import org.polytorus.simulator.testnet.ForwardingTestnet;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** A testnet with HTTP interfaces: their problems stand among its own, and they end with it. */
record HttpTestnet(Testnet inner, HttpInterfaces interfaces) implements ForwardingTestnet {
    @Override
    public TestnetSnapshot snapshot() {
        TestnetSnapshot picture = inner.snapshot();
        List<String> added = interfaces.problems();
        if (added.isEmpty()) {
            return picture;
        }
        List<String> problems = new ArrayList<>(picture.problems());
        problems.addAll(added);
        return picture.withProblems(problems);
    }

    @Override
    public void close() {
        interfaces.close();
        inner.close();
    }
}
