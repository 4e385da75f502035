package org.polytorus.simulator.app.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.JsonText;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.testnet.TestnetEvent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what happens in virtual time into a file, one JSON object a line, in ASCII: the same bytes for the same run. What
 * cannot be written is told at the end; the run goes on.
 */
public final class RecordFile implements Recorder, AutoCloseable {
    /** So many bytes of SHA-256 tell two messages apart. */
    private static final int HASH_BYTES = 8;

    private static final int TAG_BYTES = 4;

    private final JsonMapper mapper = new JsonMapper();
    private final MessageDigest digest = sha256();
    private final MessageDigest messageDigest = sha256();
    private final boolean withMessages;
    private final BufferedWriter out;
    private @Nullable IOException failure;

    /** @param withMessages whether each message that arrives is a line, too */
    public RecordFile(Path file, boolean withMessages) throws IOException {
        this.withMessages = withMessages;
        out = new BufferedWriter(new OutputStreamWriter(
                new DigestOutputStream(Files.newOutputStream(file), digest), StandardCharsets.US_ASCII));
    }

    @Override
    public void event(TestnetEvent event) {
        ObjectNode line = mapper.createObjectNode();
        line.put("nanos", event.epochNanos());
        line.put("event", event.kind().name().toLowerCase(Locale.ROOT));
        line.put("severity", event.severity().name().toLowerCase(Locale.ROOT));
        if (event.node() != null) {
            line.put("node", event.node().value());
        }
        if (event.link() != null) {
            line.put("link", event.link().toString());
        }
        line.put("text", event.text());
        write(line);
    }

    @Override
    public void delivered(long epochNanos, LinkId link, Direction direction, byte[] payload) {
        if (!withMessages) {
            return;
        }
        ObjectNode line = mapper.createObjectNode();
        line.put("nanos", epochNanos);
        line.put("from", link.sender(direction).value());
        line.put("to", link.receiver(direction).value());
        line.put("kind", kind(payload));
        line.put("bytes", payload.length);
        line.put("sha256", HexFormat.of().formatHex(Arrays.copyOf(messageDigest.digest(payload), HASH_BYTES)));
        write(line);
    }

    /** The SHA-256 of all lines so far, in hex. To be asked once. */
    public String hash() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Why not all could be written, or null. */
    public @Nullable String problem() {
        flush();
        return failure == null ? null : String.valueOf(failure.getMessage());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void write(ObjectNode line) {
        if (failure != null) {
            return;
        }
        try {
            out.write(JsonText.ascii(line.toString()));
            out.write('\n');
        } catch (IOException failed) {
            failure = failed;
        }
    }

    private void flush() {
        try {
            out.flush();
        } catch (IOException failed) {
            failure = failed;
        }
    }

    private static String kind(byte[] payload) {
        int tag = 0;
        for (int i = Math.min(TAG_BYTES, payload.length) - 1; i >= 0; i--) {
            tag = tag << Byte.SIZE | (payload[i] & 0xff);
        }
        MessageKind kind = MessageKind.ofTag(tag);
        return kind == null ? "unknown" : kind.wireName();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
