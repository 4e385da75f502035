package org.polytorus.simulator.http;

import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetFactory;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Starts testnets of another factory and opens the HTTP interfaces of their nodes, which close with them. */
public final class HttpTestnetFactory implements TestnetFactory {
    private final TestnetFactory nodes;

    public HttpTestnetFactory(TestnetFactory nodes) {
        this.nodes = nodes;
    }

    @Override
    public Testnet start(TestnetSpec spec) {
        Testnet testnet = nodes.start(spec);
        if (!HttpInterfaces.areIn(spec)) {
            return testnet;
        }
        try {
            return new HttpTestnet(testnet, HttpInterfaces.start(testnet, spec));
        } catch (RuntimeException | Error failed) {
            testnet.close();
            throw failed;
        }
    }
}
