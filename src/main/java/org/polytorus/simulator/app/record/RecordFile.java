package org.polytorus.simulator.app.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.JsonText;
import org.polytorus.simulator.app.WriteFailure;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.scenario.Verdict;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.testnet.TestnetEvent;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a run into a file, one JSON object a line, in ASCII. The first line says what was run; in each other one {@code t} is
 * the seconds since the start, and the next field says what it is: an {@code event}, a {@code message} that arrived, what is
 * {@code broken} that always must hold, and of scenarios a {@code step} or a {@code verdict}. What cannot be written is told at the end; the run goes on.
 */
public final class RecordFile implements Recorder, AutoCloseable {
    private static final int FORMAT = 1;
    /** So many bytes of SHA-256 tell two messages apart. */
    private static final int HASH_BYTES = 8;

    private static final int TAG_BYTES = 4;
    private static final int NANO_DIGITS = 9;

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private final MessageDigest digest = sha256();
    private final MessageDigest messageDigest = sha256();
    private final Path file;
    private final boolean withMessages;
    private final BufferedWriter out;
    private long startNanos;
    private long startingNanos;
    private boolean isVirtual;
    private @Nullable IOException failure;

    /** @param withMessages whether each message that arrives is a line, too */
    public RecordFile(Path file, boolean withMessages) throws IOException {
        this.file = file;
        this.withMessages = withMessages;
        out = new BufferedWriter(new OutputStreamWriter(
                new DigestOutputStream(Files.newOutputStream(file), digest), StandardCharsets.US_ASCII));
    }

    /**
     * Writes the first line, before anything else.
     *
     * @param startEpochNanos when the run begins, on the clock of its events
     * @param starting how much later the clock began by which steps are done
     */
    public void begin(RecordHeader header, long startEpochNanos, Duration starting) {
        startNanos = startEpochNanos;
        startingNanos = starting.toNanos();
        isVirtual = header.time() == RecordHeader.Time.VIRTUAL;
        ObjectNode line = mapper.createObjectNode();
        line.put("record", FORMAT);
        line.put("version", header.version());
        header.files().forEach(line.putArray("files")::add);
        if (header.scenario() != null) {
            line.put("scenario", header.scenario());
        }
        line.put("seed", header.seed());
        line.put("time", word(header.time()));
        if (!header.leftOut().isEmpty()) {
            header.leftOut().forEach(line.putArray("left_out")::add);
        }
        write(line);
    }

    @Override
    public void event(TestnetEvent event) {
        ObjectNode line = lineAt(event.epochNanos() - startNanos);
        line.put("event", word(event.kind()));
        line.put("severity", word(event.severity()));
        if (event.node() != null) {
            line.put("node", event.node().value());
        }
        if (event.link() != null) {
            line.putArray("link")
                    .add(event.link().a().value())
                    .add(event.link().b().value());
        }
        line.put("text", event.text());
        write(line);
    }

    @Override
    public void delivered(long epochNanos, LinkId link, Direction direction, byte[] payload) {
        if (!withMessages) {
            return;
        }
        ObjectNode line = lineAt(epochNanos - startNanos);
        line.put("message", kind(payload));
        line.put("from", link.sender(direction).value());
        line.put("to", link.receiver(direction).value());
        line.put("bytes", payload.length);
        line.put("sha256", HexFormat.of().formatHex(Arrays.copyOf(messageDigest.digest(payload), HASH_BYTES)));
        write(line);
    }

    /** A step of a timeline was begun. */
    public void step(Duration elapsed, Step step) {
        ObjectNode line = lineAfter(elapsed);
        line.put("step", step.label());
        line.put("text", step.text());
        write(line);
    }

    /** What became of an expectation. */
    public void verdict(Verdict verdict) {
        ObjectNode line = lineAfter(verdict.at());
        line.put("verdict", word(verdict.outcome()));
        line.put("that", verdict.expectation().sentence());
        line.put("evidence", verdict.evidence());
        write(line);
    }

    /** Something did not hold that always must. */
    public void broken(Checked.Broken found) {
        ObjectNode line = lineAfter(found.at());
        line.put("broken", found.rule().name());
        line.put("expected", found.rule().sentence());
        line.put("found", found.found());
        write(line);
    }

    /** So many events were overwritten before anybody read them. */
    public void lostEvents(Duration elapsed, long count) {
        ObjectNode line = lineAfter(elapsed);
        line.put("lost_events", count);
        write(line);
    }

    /** What a person is told of it at the end, with the hash of all lines where a seed decides it. To be asked once. */
    public String told() {
        flush();
        String where = "Recorded in " + file;
        return isVirtual ? where + ", SHA-256 " + HexFormat.of().formatHex(digest.digest()) : where;
    }

    /** Why not all could be written and what to do about it, or null. */
    public @Nullable String problem() {
        flush();
        return failure == null ? null : problem(file, failure);
    }

    /** How a person is told that a record could not be written there. */
    public static String problem(Path file, IOException why) {
        return "The record could not be written to " + file + ": " + WriteFailure.reason(why)
                + ". Name a file in a folder that you may write to.";
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private ObjectNode lineAfter(Duration elapsed) {
        return lineAt(startingNanos + elapsed.toNanos());
    }

    private ObjectNode lineAt(long nanos) {
        return mapper.createObjectNode().put("t", BigDecimal.valueOf(nanos, NANO_DIGITS));
    }

    private void write(ObjectNode line) {
        if (failure != null) {
            return;
        }
        try {
            out.write(JsonText.ascii(mapper.writeValueAsString(line)));
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

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
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
