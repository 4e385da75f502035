package org.polytorus.simulator.testnet;

/** Nodes that do nothing by themselves, so that a test sees its own blocks and transactions alone. */
public final class QuietNodes {
    private QuietNodes() {}

    /** Neither mines nor sends until it is told; a block that it is told to mine is found at once. */
    public static NodeSpec named(String name) {
        return NodeSpec.named(name)
                .but()
                .difficulty(1)
                .mining(false)
                .transactionInterval(null)
                .build();
    }
}
