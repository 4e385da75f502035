package org.polytorus.simulator.host;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.protocol.BlacklistEntry;
import org.polytorus.simulator.protocol.FloodKind;
import org.polytorus.simulator.protocol.NodeView;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.State;

/** Copies a node's own view into the words of the testnet: peers and addresses get names. */
public final class ViewMapper {
    private final Names names;

    public ViewMapper(Names names) {
        this.names = names;
    }

    public NodeSnapshot snapshot(NodeState node) {
        NodeView view = node.view();
        NodeStatus status = node.status();
        boolean running = status.state() == State.RUNNING;
        return new NodeSnapshot(
                node.name(),
                node.id(),
                node.address(),
                status.state(),
                status.problem(),
                running ? health(view.health()) : NodeSnapshot.Health.DISCONNECTED,
                view.tip(),
                view.height(),
                view.knownBlocks(),
                view.orphanBlocks(),
                view.chainTransactions(),
                view.mempoolSize(),
                view.mempoolDropped(),
                view.reorganisations(),
                view.mining(),
                view.stats(),
                view.peers().stream().map(this::peer).toList(),
                view.pending().stream().map(this::pending).toList(),
                view.failed().stream().map(this::failed).toList(),
                view.blacklist().stream().map(this::blacklisted).toList(),
                view.away().stream().map(this::away).toList(),
                view.queueStats(),
                view.messagesExpired(),
                flood(view.flood()),
                view.recentBlocks().stream().map(ViewMapper::block).toList(),
                view.discovery(),
                view.suspicion(),
                view.quality(),
                node.storage());
    }

    private NodeSnapshot.PeerSnapshot peer(NodeView.PeerView peer) {
        return new NodeSnapshot.PeerSnapshot(
                peer.id(),
                names.nameOf(peer.id()),
                peer.remote(),
                peer.dialled(),
                peer.nodeType(),
                peer.bestHeight(),
                peer.connectedSinceNanos(),
                peer.lastHeardNanos(),
                peer.roundTripNanos(),
                health(peer.health()),
                peer.failedConnections(),
                peer.messagesSent(),
                peer.messagesReceived(),
                peer.bytesSent(),
                peer.bytesReceived(),
                peer.queued(),
                peer.dropped(),
                peer.score());
    }

    private NodeSnapshot.PendingDial pending(NodeView.PendingDial dial) {
        return new NodeSnapshot.PendingDial(
                dial.remote(), names.nameAt(dial.remote()), dial.sinceNanos(), dial.attempt());
    }

    private NodeSnapshot.FailedDial failed(NodeView.FailedDial dial) {
        return new NodeSnapshot.FailedDial(
                dial.remote(), names.nameAt(dial.remote()), dial.reason().text(), dial.failures(), dial.nextTryNanos());
    }

    private NodeSnapshot.AwayPeer away(NodeView.AwayPeer peer) {
        return new NodeSnapshot.AwayPeer(
                peer.id(), names.nameOf(peer.id()), peer.sinceNanos(), peer.waiting(), peer.dropped());
    }

    private NodeSnapshot.BlacklistEntry blacklisted(BlacklistEntry entry) {
        return new NodeSnapshot.BlacklistEntry(
                entry.peer(),
                names.nameOf(entry.peer()),
                entry.address(),
                entry.reason(),
                entry.byUser(),
                entry.sinceNanos(),
                entry.expiresNanos());
    }

    private static NodeSnapshot.BlockSummary block(NodeView.BlockView block) {
        return new NodeSnapshot.BlockSummary(
                block.hash(), block.height(), block.transactions(), block.timestampMillis());
    }

    private static NodeSnapshot.@Nullable FloodProgress flood(NodeView.@Nullable FloodView flood) {
        return flood == null
                ? null
                : new NodeSnapshot.FloodProgress(
                        kind(flood.kind()),
                        flood.messagesPerSecond(),
                        flood.sent(),
                        flood.heldBack(),
                        flood.endsAtNanos());
    }

    private static NodeSnapshot.Health health(NodeView.Health health) {
        return switch (health) {
            case HEALTHY -> NodeSnapshot.Health.HEALTHY;
            case DEGRADED -> NodeSnapshot.Health.DEGRADED;
            case UNHEALTHY -> NodeSnapshot.Health.UNHEALTHY;
            case DISCONNECTED -> NodeSnapshot.Health.DISCONNECTED;
        };
    }

    private static FloodSpec.Kind kind(FloodKind kind) {
        return switch (kind) {
            case PING -> FloodSpec.Kind.PING;
            case TRANSACTION -> FloodSpec.Kind.TRANSACTION;
            case STATUS_UPDATE -> FloodSpec.Kind.STATUS_UPDATE;
            case BLOCK_ANNOUNCEMENT -> FloodSpec.Kind.BLOCK_ANNOUNCEMENT;
            case REMARK -> FloodSpec.Kind.REMARK;
        };
    }

    static FloodKind kind(FloodSpec.Kind kind) {
        return switch (kind) {
            case PING -> FloodKind.PING;
            case TRANSACTION -> FloodKind.TRANSACTION;
            case STATUS_UPDATE -> FloodKind.STATUS_UPDATE;
            case BLOCK_ANNOUNCEMENT -> FloodKind.BLOCK_ANNOUNCEMENT;
            case REMARK -> FloodKind.REMARK;
        };
    }
}
