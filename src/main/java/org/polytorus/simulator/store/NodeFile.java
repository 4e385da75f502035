package org.polytorus.simulator.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.PeerInfo;
import org.polytorus.simulator.wire.WireException;

/**
 * The file of one node: its blocks by height and hash, its known peers, each as it travels. A process that is killed
 * while it writes leaves the file as it was after the last {@link #commit}. For one thread at a time.
 */
final class NodeFile {
    /** Blocks that are kept at the most; then no more are taken. */
    static final long MAX_BLOCKS = 200_000;

    /** What the file may take; then no more blocks are taken. */
    static final long MAX_BYTES = 1L << 30;

    /** In MiB: enough for a file that is read once, from start to end. */
    private static final int CACHE_MIB = 1;

    /** After so many commits the file is looked through for room that can be given back. */
    private static final int COMMITS_PER_COMPACTION = 64;

    private static final int COMPACT_BELOW_PERCENT = 60;
    private static final int COMPACTED_AT_ONCE_BYTES = 1 << 20;

    private final MVStore store;
    private final MVMap<BlockKey, byte[]> blocks;
    /** Numbered from 0 on. */
    private final MVMap<Long, byte[]> peers;

    private int commits;
    private long unreadable;

    private NodeFile(MVStore store) {
        this.store = store;
        CheckedBytesType bytes = new CheckedBytesType();
        blocks = store.openMap(
                "blocks",
                new MVMap.Builder<BlockKey, byte[]>()
                        .keyType(new BlockKeyType())
                        .valueType(bytes));
        peers = store.openMap(
                "peers",
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(bytes));
    }

    /**
     * Opens the file, or makes it, and reads all of it once: what is damaged shows here and not later.
     *
     * @throws RuntimeException of many kinds if the file is no such file, or is damaged, or cannot be used
     */
    static NodeFile open(Path path) {
        long promised = FileHeader.version(path);
        // The scheme keeps a colon in the path from being taken for one.
        MVStore store = new MVStore.Builder()
                .fileName("nio:" + path.toAbsolutePath())
                .cacheSize(CACHE_MIB)
                .autoCommitDisabled()
                .open();
        try {
            if (store.isReadOnly()) {
                throw new DamagedException("it may not be written");
            }
            if (store.getFileStore().lastChunkVersion() < promised) {
                throw new DamagedException("its end is missing");
            }
            // Room is used again at once: what a power cut might tear is set aside, and a killed process tears nothing.
            store.setRetentionTime(0);
            store.setVersionsToKeep(0);
            NodeFile file = new NodeFile(store);
            file.blocks.cursor(null).forEachRemaining(_ -> {});
            file.peers.cursor(null).forEachRemaining(_ -> {});
            return file;
        } catch (RuntimeException damaged) {
            store.closeImmediately();
            throw damaged;
        }
    }

    /** The blocks, parents before children, in lists of at most {@code max}. */
    Iterator<List<Block>> blocks(int max) {
        Iterator<Map.Entry<BlockKey, byte[]>> entries = blocks.entrySet().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public List<Block> next() {
                List<Block> batch = new ArrayList<>();
                for (int i = 0; i < max && entries.hasNext(); i++) {
                    if (decode(entries.next().getValue()) instanceof Message.BlockData data) {
                        batch.add(data.block());
                    } else {
                        unreadable++;
                    }
                }
                return batch;
            }
        };
    }

    /** Entries that {@link #blocks} had to leave out. */
    long unreadable() {
        return unreadable;
    }

    List<PeerInfo> peers() {
        List<PeerInfo> known = new ArrayList<>();
        for (byte[] value : peers.values()) {
            if (decode(value) instanceof Message.PeerList list) {
                known.addAll(list.peers());
            }
        }
        return known;
    }

    /** Takes a block in, to be written with the next commit; false if there is no room. */
    boolean put(Block block) {
        Hash hash = Hash.parse(block.hash());
        if (hash == null || blocks.sizeAsLong() >= MAX_BLOCKS || bytes() >= MAX_BYTES) {
            return false;
        }
        blocks.put(new BlockKey(block.height(), hash), MessageCodec.encodePayload(new Message.BlockData(block)));
        return true;
    }

    /** Takes these peers in instead of all others. */
    void putPeers(List<PeerInfo> known) {
        peers.clear();
        for (PeerInfo peer : known) {
            peers.put(peers.sizeAsLong(), MessageCodec.encodePayload(new Message.PeerList(List.of(peer))));
        }
    }

    void commit() {
        store.commit();
        commits++;
        if (commits % COMMITS_PER_COMPACTION == 0) {
            compact();
        }
    }

    long blockCount() {
        return blocks.sizeAsLong();
    }

    long peerCount() {
        return peers.sizeAsLong();
    }

    long bytes() {
        return store.getFileStore().size();
    }

    /** Commits, and gives some room back. */
    void close() {
        compact();
        store.close();
    }

    private void compact() {
        store.compact(COMPACT_BELOW_PERCENT, COMPACTED_AT_ONCE_BYTES);
    }

    private static @Nullable Message decode(byte[] payload) {
        try {
            return MessageCodec.decodePayload(payload);
        } catch (WireException otherFormat) {
            return null;
        }
    }

    /** Lets go of the file without a commit. */
    void abandon() {
        store.closeImmediately();
    }
}
