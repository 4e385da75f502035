package org.polytorus.simulator.http;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.TestnetCommand;

/** Makes transactions that travel. The two paths differ, as in PolyTorus, in what they count and answer. */
final class TransactionPaths {
    /** As long as PolyTorus lets a name in a transaction be. */
    private static final int MAX_NAME_LENGTH = 64;

    private final NodeAccess access;
    private final Tally tally;

    TransactionPaths(NodeAccess access, Tally tally) {
        this.access = access;
        this.tally = tally;
    }

    private record SentFields(String status, String transactionId, String message) {}

    List<Route> routes() {
        return List.of(
                new Route("POST", "/send", (_, body) -> make(body, "sent", tally::transactionSent)),
                new Route("POST", "/transaction", (_, body) -> make(body, "accepted", tally::transactionReceived)));
    }

    private CompletionStage<Answer> make(byte[] body, String status, Runnable count) throws BadRequest {
        RequestJson wish = RequestJson.of(body);
        TestnetCommand.SendTransaction command = new TestnetCommand.SendTransaction(
                access.name(),
                wish.text("from", MAX_NAME_LENGTH),
                wish.text("to", MAX_NAME_LENGTH),
                wish.number("amount", 1, Integer.MAX_VALUE),
                wish.unsigned64("nonce"));
        return access.submit(command).thenApply(result -> answer(command, result, status, count));
    }

    private static Answer answer(
            TestnetCommand.SendTransaction command, CommandResult result, String status, Runnable count) {
        Hash transaction = result.transaction();
        if (!result.done() || transaction == null) {
            return Answer.error(Answer.CONFLICT, result.message());
        }
        count.run();
        String message = command.node() + " sends " + command.amount() + " from " + command.from() + " to "
                + command.to() + " to its peers";
        return Answer.json(new SentFields(status, transaction.toString(), message));
    }
}
