package org.polytorus.simulator.protocol;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.BlockFlaw;
import org.polytorus.simulator.chain.BlockTree;
import org.polytorus.simulator.chain.Insertion;
import org.polytorus.simulator.chain.Mempool;
import org.polytorus.simulator.chain.Reorganisation;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;

/**
 * How blocks travel. Peers that announce are told hash and height and ask for what they lack; a peer that does not (a
 * real PolyTorus node) gets the block itself, since it never asks. Whoever asks for a block whose ancestors it is not
 * known to have is told of those too, and whoever is behind is told of the next blocks in batches, so that catching up
 * takes a round trip for a batch, not for each block.
 */
final class BlockGossip {
    /** Ancestors that are announced along with a block that was asked for. */
    static final int ANNOUNCED_ANCESTORS = 50;

    /** Blocks of the followed chain that a peer which is behind is told of at once. */
    static final int CATCH_UP_BATCH = 200;

    /** PolyTorus sends a full block to at most so many peers. */
    static final int FULL_BLOCK_FAN_OUT = 5;

    private final NodeContext context;
    private final QualityOfService quality;
    private final AwayPeers away;
    private final BlockTree tree;
    private final Mempool mempool;
    private final RequestTracker requests;
    private final BlockChecks checks;
    private long reorganisations;
    private Consumer<Block> news = _ -> {};

    BlockGossip(NodeContext context, QualityOfService quality, AwayPeers away, BlockTree tree, Mempool mempool) {
        this.context = context;
        this.quality = quality;
        this.away = away;
        this.tree = tree;
        this.mempool = mempool;
        this.requests = new RequestTracker(
                context,
                quality,
                (peer, hash) -> context.sendFrame(
                        peer, MessageKind.BLOCK_REQUEST, context.shared.frames().request(hash)));
        this.checks = new BlockChecks(context, this::judge);
    }

    /** Who is told of each block that a peer brings, if it is valid and was unknown. */
    void whenBrought(Consumer<Block> told) {
        news = told;
    }

    RequestTracker requests() {
        return requests;
    }

    /** The blocks that were brought and are not judged yet. */
    BlockChecks checks() {
        return checks;
    }

    long reorganisations() {
        return reorganisations;
    }

    int height() {
        return tree.height();
    }

    /**
     * Tells one peer what this node follows, when they meet and with each ping: the tip, or if it is further behind, the next
     * blocks that it lacks. Nobody answers what it knew already, so a peer is behind only if it has not shown, with a ping of its
     * own, what there was at the last round: all that came since was announced, and is hardly lost.
     */
    void sendTip(Connection to) {
        int expected = Math.min(tree.height(), to.heightAtLastRound);
        to.heightAtLastRound = tree.height();
        if (!to.announces()) {
            context.send(to, new Message.StatusUpdate(tree.height()));
        } else if (to.bestHeight < expected - 1) {
            to.announcedHeight = Math.max(to.bestHeight, tree.lowestHeight() - 1);
            to.lacksUpTo = tree.height();
            announceNextBatch(to);
        } else {
            announce(to, tree.tipHash(), tree.height());
        }
    }

    private void announceNextBatch(Connection to) {
        int last = Math.min(tree.height(), to.announcedHeight + CATCH_UP_BATCH);
        for (int height = to.announcedHeight + 1; height <= last; height++) {
            Hash hash = tree.hashAtHeight(height);
            if (hash != null && (to.knownBlocks.add(hash) || height <= to.lacksUpTo)) {
                announce(to, hash, height);
            }
        }
        to.announcedHeight = last;
    }

    void announced(Connection from, Message.BlockAnnouncement announcement) {
        from.bestHeight = Math.max(from.bestHeight, announcement.blockHeight());
        Hash hash = context.shared.parse(announcement.blockHash());
        if (hash == null) {
            context.misbehaved(from, Misbehaviour.UNREADABLE_HASH, "in a block announcement");
            return;
        }
        from.knownBlocks.add(hash);
        boolean known = tree.contains(hash) || checks.holds(hash);
        Hash missing = known ? null : tree.missingFor(hash);
        context.observeCopy(MessageKind.BLOCK_ANNOUNCEMENT, hash, from, known || missing != null);
        if (from.mayAnswer() && !known) {
            requests.want(missing == null ? hash : missing, from);
        }
    }

    void requested(Connection from, Message.BlockRequest request) {
        Hash hash = context.shared.parse(request.blockHash());
        if (hash == null) {
            // PolyTorus asks for "next_block_hash" when it wants to catch up; nobody can answer that.
            return;
        }
        if (requests.isAskedOf(from, hash)) {
            from.echoed();
            requests.refused(hash);
            return;
        }
        Block block = tree.get(hash);
        if (block == null) {
            return;
        }
        if (from.announces()) {
            announceUnknownAncestors(from, hash);
        }
        from.knownBlocks.add(hash);
        from.bestHeight = Math.max(from.bestHeight, block.height());
        context.sendFrame(from, MessageKind.BLOCK_DATA, context.shared.frames().data(block));
        boolean batchHalfServed = block.height() >= from.announcedHeight - CATCH_UP_BATCH / 2;
        if (batchHalfServed && from.announcedHeight > 0 && from.announcedHeight < tree.height()) {
            announceNextBatch(from);
        }
    }

    private void announceUnknownAncestors(Connection to, Hash of) {
        List<Block> unknown = tree.ancestors(
                of, ANNOUNCED_ANCESTORS, block -> block.height() > 0 && !to.knownBlocks.contains(hashOf(block)));
        for (Block ancestor : unknown.reversed()) {
            Hash hash = hashOf(ancestor);
            to.knownBlocks.add(hash);
            announce(to, hash, ancestor.height());
        }
    }

    void received(Connection from, Message.BlockData data, int bytes) {
        from.promises.kept(context.now);
        Block block = data.block();
        Hash hash = context.shared.parse(block.hash());
        if (hash != null) {
            from.knownBlocks.add(hash);
            if (requests.isAskedOf(from, hash)) {
                from.answered();
            }
            requests.arrived(hash, from);
        }
        from.bestHeight = Math.max(from.bestHeight, block.height());
        if (checks.holds(hash)) {
            tellOfCopy(hash, from, true);
        } else if (hash != null && tree.contains(hash)) {
            judge(from, block, hash, bytes);
        } else {
            checks.check(from, block, hash, bytes);
        }
    }

    private void tellOfCopy(@Nullable Hash hash, Connection from, boolean known) {
        if (hash != null) {
            context.observeCopy(MessageKind.BLOCK_DATA, hash, from, known);
        }
    }

    /** What follows from a block. The peer that brought it may be gone by now. */
    private void judge(Connection from, Block block, @Nullable Hash hash, int bytes) {
        Insertion insertion = tree.add(block);
        if (!(insertion instanceof Insertion.Rejected)) {
            tellOfCopy(hash, from, insertion instanceof Insertion.AlreadyKnown);
        }
        switch (insertion) {
            case Insertion.Connected connected -> {
                news.accept(block);
                from.quality.useful(bytes, context.now);
                connected(connected, from.peerId());
            }
            case Insertion.Orphan orphan -> {
                from.quality.useful(bytes, context.now);
                if (from.registered && from.mayAnswer()) {
                    requests.want(orphan.missing(), from);
                }
            }
            case Insertion.AlreadyKnown _ -> {}
            case Insertion.Rejected rejected -> {
                String reason = rejected.flaw().text();
                context.observe(new Observation.BlockRejected(block.hash(), reason, from.peerId()));
                if (rejected.flaw() != BlockFlaw.TOO_OLD) {
                    // After a long partition an honest peer's branch may begin below what this node has kept.
                    context.misbehaved(from, Misbehaviour.INVALID_BLOCK, reason);
                }
            }
        }
    }

    /** Takes a block that this node has mined. False if it does not stand on the chain as it is now. */
    boolean mined(Block block) {
        if (!(tree.add(context.shared.block(block)) instanceof Insertion.Connected connected)) {
            return false;
        }
        context.observe(new Observation.BlockMined(
                hashOf(block), block.height(), block.transactions().size()));
        connected(connected, null);
        return true;
    }

    private void connected(Insertion.Connected connected, @Nullable PeerId from) {
        mempool.follow(connected);
        if (context.settings.remembers()) {
            context.emit(new Output.RememberBlocks(connected.connected()));
        }
        Reorganisation reorganisation = connected.reorganisation();
        if (reorganisation != null) {
            reorganisations++;
            context.observe(new Observation.Reorganised(
                    reorganisation.oldTip(),
                    reorganisation.oldHeight(),
                    reorganisation.newTip(),
                    reorganisation.newHeight(),
                    reorganisation.removed().size(),
                    reorganisation.added().size()));
        } else if (connected.tipChanged()) {
            context.observe(new Observation.TipAdvanced(tree.tipHash(), tree.height(), from));
        }
        connected.connected().forEach(this::relay);
    }

    private void relay(Block block) {
        Hash hash = hashOf(block);
        byte[] announcement = context.shared.frames().announcement(hash, block.height());
        int fullSent = 0;
        for (Connection peer : quality.inOrder()) {
            boolean servedEnough = !peer.announces() && fullSent >= FULL_BLOCK_FAN_OUT;
            if (servedEnough || !peer.knownBlocks.add(hash)) {
                continue;
            }
            if (peer.announces()) {
                context.sendFrame(peer, MessageKind.BLOCK_ANNOUNCEMENT, announcement);
            } else {
                context.sendFrame(
                        peer, MessageKind.BLOCK_DATA, context.shared.frames().data(block));
                fullSent++;
            }
        }
        for (AwayPeers.Mailbox mailbox : away.mailboxes()) {
            if (mailbox.announces()) {
                mailbox.keep(MessageKind.BLOCK_ANNOUNCEMENT, announcement);
            } else {
                mailbox.keep(MessageKind.BLOCK_DATA, context.shared.frames().data(block));
            }
        }
    }

    private void announce(Connection to, Hash hash, int height) {
        context.sendFrame(
                to, MessageKind.BLOCK_ANNOUNCEMENT, context.shared.frames().announcement(hash, height));
    }

    private Hash hashOf(Block block) {
        Hash hash = context.shared.parse(block.hash());
        if (hash == null) {
            throw new IllegalStateException("A block in the tree has the hash " + block.hash());
        }
        return hash;
    }
}
