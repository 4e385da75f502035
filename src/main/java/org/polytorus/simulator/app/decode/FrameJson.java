package org.polytorus.simulator.app.decode;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.WireException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One frame in hex to one JSON object: {@code kind}, {@code fields} and {@code frame} (the message encoded again), for
 * blocks and transactions {@code hash_ok} too; or {@code error} with {@code name} and {@code text}. Bytes that are not
 * part of the message, which PolyTorus ignores, are counted in {@code ignored_bytes}.
 */
public final class FrameJson {
    /** The error of a line that holds no bytes at all; all other names are those of WireError. */
    public static final String NOT_HEX = "NOT_HEX";

    private static final HexFormat HEX = HexFormat.of();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Function<Transaction, Hash> transactionHash;
    private final Function<Block, Hash> blockHash;

    /** Takes the two ways in which hashes are recomputed. */
    public FrameJson(Function<Transaction, Hash> transactionHash, Function<Block, Hash> blockHash) {
        this.transactionHash = transactionHash;
        this.blockHash = blockHash;
    }

    /**
     * The JSON text, on one line, for one line of hex digits in either case; white space around them is ignored. A frame has
     * its length prefix.
     */
    public String describe(String hexLine) {
        byte[] frame;
        try {
            frame = HEX.parseHex(hexLine.strip());
        } catch (IllegalArgumentException notHex) {
            return error(NOT_HEX, "A line holds one frame as pairs of hex digits: " + notHex.getMessage());
        }
        try {
            return JSON.writeValueAsString(describe(MessageCodec.decodeFrame(frame), frame.length));
        } catch (WireException refused) {
            return error(refused.error().name(), Objects.requireNonNull(refused.getMessage()));
        }
    }

    private ObjectNode describe(Message message, int bytesRead) {
        byte[] again = MessageCodec.encodeFrame(message);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", message.kind().wireName());
        json.set("fields", FieldsJson.of(message));
        json.put("frame", HEX.formatHex(again));
        if (again.length < bytesRead) {
            json.put("ignored_bytes", bytesRead - again.length);
        }
        if (message instanceof Message.TransactionData data) {
            json.put("hash_ok", isIdRight(data.transaction()));
        }
        if (message instanceof Message.BlockData data) {
            addHashesOf(data.block(), json);
        }
        return json;
    }

    /** A block's own hash covers its commitment, not the ids written in its transactions: so those are compared too. */
    private void addHashesOf(Block block, ObjectNode json) {
        List<Boolean> transactionsOk =
                block.transactions().stream().map(this::isIdRight).toList();
        boolean blockOk = blockHash.apply(block).toString().equals(block.hash());
        json.put("hash_ok", blockOk && !transactionsOk.contains(false));
        ArrayNode list = json.putArray("transaction_hash_ok");
        transactionsOk.forEach(list::add);
    }

    private boolean isIdRight(Transaction transaction) {
        return transactionHash.apply(transaction).toString().equals(transaction.id());
    }

    private static String error(String name, String text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("error").put("name", name).put("text", text);
        return JSON.writeValueAsString(json);
    }
}
