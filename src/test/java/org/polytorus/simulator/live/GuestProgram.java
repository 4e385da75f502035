package org.polytorus.simulator.live;

import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.WireException;

/**
 * A program that is not ours and behaves as PolyTorus was seen to: dialled, it answers a Handshake with an Ack and no
 * Handshake of its own; it answers pings, and sends requests back to whoever asked.
 */
final class GuestProgram implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    final PeerId id;
    private final Socket socket;
    private final DataOutputStream out;
    private final List<Message> heard = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private GuestProgram(PeerId id, Socket socket) throws IOException {
        this.id = id;
        this.socket = socket;
        out = new DataOutputStream(socket.getOutputStream());
        Thread reader = new Thread(this::read, "guest-" + id.shortText());
        reader.setDaemon(true);
        reader.start();
    }

    /** Dials a node and introduces itself. */
    static GuestProgram dialling(Endpoint node, PeerId id) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.port()), PATIENCE_MILLIS);
        GuestProgram guest = new GuestProgram(id, socket);
        guest.say(new Message.Handshake(id, 1, 0, 1_750_000_000L, "full_node"));
        return guest;
    }

    /** Waits until a node dials. */
    static GuestProgram accepting(ServerSocket listener, PeerId id) throws IOException {
        listener.setSoTimeout(PATIENCE_MILLIS);
        return new GuestProgram(id, listener.accept());
    }

    synchronized void say(Message message) throws IOException {
        out.write(MessageCodec.encodeFrame(message));
        out.flush();
    }

    /** What it has heard, oldest first. */
    List<Message> heard() {
        return List.copyOf(heard);
    }

    void awaitHeard(Predicate<Message> wanted) {
        await().atMost(Duration.ofMillis(PATIENCE_MILLIS))
                .until(() -> heard.stream().anyMatch(wanted));
    }

    /** Whether the other side has ended the connection. */
    boolean hasEnded() {
        return ended;
    }

    private void read() {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                Message message = MessageCodec.decodePayload(in.readNBytes(in.readInt()));
                heard.add(message);
                answer(message);
            }
        } catch (IOException over) {
            ended = true;
        } catch (WireException malformed) {
            throw new IllegalStateException("a node sent what is no message", malformed);
        }
    }

    private void answer(Message message) throws IOException {
        switch (message) {
            case Message.Handshake _ -> say(new Message.HandshakeAck(id, true));
            case Message.Ping ping -> say(new Message.Pong(ping.nonce(), ping.timestampSeconds()));
            case Message.BlockRequest request -> say(request);
            case Message.TransactionRequest request -> say(request);
            default -> {}
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
