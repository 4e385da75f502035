package org.polytorus.simulator.protocol;

import java.time.Duration;
import org.polytorus.simulator.chain.TransactionFactory;
import org.polytorus.simulator.chain.TransactionHasher;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.Transaction;

/** Makes transactions: by a timer, so that a testnet is never dead, and on command. */
final class Traffic extends Timed {
    private static final int MAX_AMOUNT = 100;

    private final NodeContext context;
    private final TransactionGossip gossip;
    private boolean enabled;

    Traffic(NodeContext context, TransactionGossip gossip) {
        super(context);
        this.context = context;
        this.gossip = gossip;
        this.enabled = context.settings.transactionInterval() != null;
    }

    void start() {
        drawFirst();
    }

    void stop() {
        due(NEVER);
    }

    void setEnabled(boolean wished, boolean running) {
        enabled = wished;
        if (running) {
            drawFirst();
        }
    }

    /** Sends a payment on its way and tells its hash, or why it was not sent. */
    void send(Input.SendTransaction wish) {
        Long wished = wish.nonce();
        long nonce = wished == null ? context.random.nextLong() : wished;
        Transaction payment = TransactionFactory.payment(wish.from(), wish.to(), wish.amount(), nonce, 0);
        Hash hash = TransactionHasher.hash(payment);
        boolean known = gossip.isKnown(hash);
        if (gossip.created(payment)) {
            context.observe(new Observation.TransactionCreated(hash));
        } else {
            String why = known
                    ? "it has this transaction already; another nonce makes another one"
                    : "its mempool is full; wait for blocks";
            context.observe(new Observation.TransactionRefused(hash, why));
        }
    }

    @Override
    void run() {
        String to = "account-" + context.random.nextInt(MAX_AMOUNT);
        int amount = 1 + context.random.nextInt(MAX_AMOUNT);
        send(new Input.SendTransaction(context.self.shortText(), to, amount));
        drawNext();
    }

    private void drawFirst() {
        Duration interval = context.settings.transactionInterval();
        due(enabled && interval != null ? context.now + context.within(interval.toNanos()) : NEVER);
    }

    private void drawNext() {
        Duration interval = context.settings.transactionInterval();
        due(enabled && interval != null ? context.now + context.around(interval.toNanos()) : NEVER);
    }
}
