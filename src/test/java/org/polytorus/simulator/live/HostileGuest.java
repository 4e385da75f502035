package org.polytorus.simulator.live;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Frames;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.WireException;

/** A plain socket that can shake hands like a node and then send anything at all. */
final class HostileGuest implements AutoCloseable {
    private static final String OUR_NODE_TYPE = "full_node;announce";
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();

    /** Connects, and says nothing. */
    HostileGuest(Endpoint victim) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), victim.port()), PATIENCE_MILLIS);
    }

    /** Connects and becomes a registered peer that asks and announces as our nodes do. */
    static HostileGuest registered(Endpoint victim, PeerId id) throws IOException {
        HostileGuest guest = new HostileGuest(victim);
        guest.sayHandshake(id);
        while (!(guest.hear() instanceof Message.HandshakeAck)) {}
        return guest;
    }

    void sayHandshake(PeerId id) throws IOException {
        say(new Message.Handshake(id, 1, 0, 1_750_000_000L, OUR_NODE_TYPE));
    }

    void say(Message message) throws IOException {
        sayRaw(MessageCodec.encodeFrame(message));
    }

    /** Bytes as they are, without a prefix. */
    void sayRaw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** A length prefix, and nothing after it. */
    void sayLength(int length) throws IOException {
        sayRaw(ByteBuffer.allocate(Frames.HEADER_BYTES).putInt(length).array());
    }

    /** The next message. */
    Message hear() throws IOException {
        byte[] header = socket.getInputStream().readNBytes(Frames.HEADER_BYTES);
        if (header.length < Frames.HEADER_BYTES) {
            throw new EOFException("the node ended the connection");
        }
        byte[] payload =
                socket.getInputStream().readNBytes(ByteBuffer.wrap(header).getInt());
        try {
            return MessageCodec.decodePayload(payload);
        } catch (WireException malformed) {
            throw new IOException("a node of ours sent a malformed frame", malformed);
        }
    }

    /** Whether the other side has ended the connection by now, or does within the patience; what it says is passed over. */
    boolean isEnded() {
        try {
            InputStream in = socket.getInputStream();
            byte[] rubbish = new byte[64 * 1024];
            while (in.read(rubbish) >= 0) {}
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Ends it abruptly. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
