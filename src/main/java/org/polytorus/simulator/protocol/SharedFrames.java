package org.polytorus.simulator.protocol;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/**
 * The frames with which the nodes of a thread pass on what makes its round just now: each is encoded once, not once in every
 * node. The latest of each kind is remembered. Nobody writes to them. For one thread.
 */
final class SharedFrames {
    private static final byte[] NONE = {};

    private @Nullable Hash announced;
    private int announcedHeight;
    private byte[] announcement = NONE;
    private @Nullable Hash requested;
    private byte[] request = NONE;
    private @Nullable Block sent;
    private byte[] data = NONE;

    /** Tells of a block. */
    byte[] announcement(Hash hash, int height) {
        if (!hash.equals(announced) || announcedHeight != height) {
            announcement = MessageCodec.encodeFrame(new Message.BlockAnnouncement(hash.blockText(), height));
            announced = hash;
            announcedHeight = height;
        }
        return announcement;
    }

    /** Asks for a block. */
    byte[] request(Hash hash) {
        if (!hash.equals(requested)) {
            request = MessageCodec.encodeFrame(new Message.BlockRequest(hash.blockText()));
            requested = hash;
        }
        return request;
    }

    /** Hands a block over. */
    @SuppressWarnings(
            "ReferenceEquality") // Nodes of a thread hold the same object; to compare an equal one costs more than to
    // encode it.
    byte[] data(Block block) {
        if (sent != block) {
            data = MessageCodec.encodeFrame(new Message.BlockData(block));
            sent = block;
        }
        return data;
    }
}
