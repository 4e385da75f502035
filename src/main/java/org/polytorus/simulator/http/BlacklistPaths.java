package org.polytorus.simulator.http;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;

/** Puts peers on the node's blacklist, for ever, and takes them off it. */
final class BlacklistPaths {
    private static final String PATH = "/api/network/blacklist";
    private static final int MAX_REASON_LENGTH = 200;

    private final NodeAccess access;

    BlacklistPaths(NodeAccess access) {
        this.access = access;
    }

    private record DoneFields(boolean success, String message) {}

    List<Route> routes() {
        return List.of(
                new Route("POST", PATH, (_, body) -> add(RequestJson.of(body))),
                new Route("DELETE", PATH + "/", (argument, _) -> remove(RequestJson.peerIdInPath(argument))));
    }

    private CompletionStage<Answer> add(RequestJson wish) throws BadRequest {
        PeerId peer = wish.peerId("peer_id");
        String reason = wish.text("reason", MAX_REASON_LENGTH);
        return access.submit(new TestnetCommand.BlacklistPeer(access.name(), peer, reason, null))
                .thenApply(result -> answer(result, access.name() + " blacklists " + peer + ": " + reason));
    }

    private CompletionStage<Answer> remove(PeerId peer) {
        return access.submit(new TestnetCommand.UnblacklistPeer(access.name(), peer))
                .thenApply(result -> !result.done() && isRunning()
                        ? Answer.error(Answer.NOT_FOUND, result.message())
                        : answer(result, access.name() + " took " + peer + " off its blacklist"));
    }

    /** A running node refuses to take a peer off its blacklist only if it is not on it. */
    private boolean isRunning() {
        return access.in(access.picture()).state() == NodeSnapshot.State.RUNNING;
    }

    private static Answer answer(CommandResult result, String done) {
        return result.done()
                ? Answer.json(new DoneFields(true, done))
                : Answer.error(Answer.CONFLICT, result.message());
    }
}
