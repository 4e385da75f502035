package org.polytorus.simulator.protocol;

import java.time.Duration;
import org.polytorus.simulator.chain.TransactionFactory;
import org.polytorus.simulator.chain.TransactionHasher;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.Transaction;

/** Makes transactions: by a timer, so that a testnet is never dead, and on command. */
final class Traffic implements Timed {
    private static final int MAX_AMOUNT = 100;

    private final NodeContext context;
    private final TransactionGossip gossip;
    private boolean enabled;
    private long nextNanos = NEVER;

    Traffic(NodeContext context, TransactionGossip gossip) {
        this.context = context;
        this.gossip = gossip;
        this.enabled = context.settings.transactionInterval() != null;
    }

    void start() {
        drawFirst();
    }

    void stop() {
        nextNanos = NEVER;
    }

    void setEnabled(boolean wished, boolean running) {
        enabled = wished;
        if (running) {
            drawFirst();
        }
    }

    /** Sends a payment on its way and tells its hash. */
    void send(String from, String to, int amount) {
        Transaction payment = TransactionFactory.payment(from, to, amount, context.random.nextLong(), 0);
        Hash hash = TransactionHasher.hash(payment);
        if (gossip.created(payment)) {
            context.observe(new Observation.TransactionCreated(hash));
        }
    }

    @Override
    public long nextDueNanos() {
        return nextNanos;
    }

    @Override
    public void run() {
        String to = "account-" + context.random.nextInt(MAX_AMOUNT);
        send(context.self.shortText(), to, 1 + context.random.nextInt(MAX_AMOUNT));
        drawNext();
    }

    private void drawFirst() {
        Duration interval = context.settings.transactionInterval();
        nextNanos = enabled && interval != null ? context.now + context.within(interval.toNanos()) : NEVER;
    }

    private void drawNext() {
        Duration interval = context.settings.transactionInterval();
        nextNanos = enabled && interval != null ? context.now + context.around(interval.toNanos()) : NEVER;
    }
}
