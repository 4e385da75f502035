package org.polytorus.simulator.wire;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.ContractData;
import org.polytorus.simulator.model.DifficultyConfig;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.MiningStats;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.TxInput;
import org.polytorus.simulator.model.TxOutput;
import org.polytorus.simulator.model.UInt128;
import tools.jackson.databind.JsonNode;

/** Builds messages from the fields in the golden file, by its conventions. */
final class GoldenMessages {
    private GoldenMessages() {}

    static Message build(String variant, JsonNode fields) {
        return switch (variant) {
            case "Handshake" ->
                new Message.Handshake(
                        peerId(fields),
                        (int) fields.required("protocol_version").asLong(),
                        i32(fields, "best_height"),
                        u64(fields, "timestamp"),
                        text(fields, "node_type"));
            case "HandshakeAck" ->
                new Message.HandshakeAck(
                        peerId(fields), fields.required("accepted").asBoolean());
            case "Ping" -> new Message.Ping(u64(fields, "nonce"), u64(fields, "timestamp"));
            case "Pong" -> new Message.Pong(u64(fields, "nonce"), u64(fields, "timestamp"));
            case "BlockAnnouncement" ->
                new Message.BlockAnnouncement(text(fields, "block_hash"), i32(fields, "block_height"));
            case "BlockData" -> new Message.BlockData(block(fields.required("block")));
            case "TransactionAnnouncement" -> new Message.TransactionAnnouncement(text(fields, "tx_hash"));
            case "TransactionData" -> new Message.TransactionData(transaction(fields.required("transaction")));
            case "BlockRequest" -> new Message.BlockRequest(text(fields, "block_hash"));
            case "TransactionRequest" -> new Message.TransactionRequest(text(fields, "tx_hash"));
            case "PeerList" -> new Message.PeerList(list(fields, "peers", GoldenMessages::peer));
            case "StatusUpdate" -> new Message.StatusUpdate(i32(fields, "best_height"));
            case "Error" -> new Message.ErrorMessage(text(fields, "message"));
            default -> throw new IllegalArgumentException("No message is called " + variant);
        };
    }

    private static Block block(JsonNode json) {
        JsonNode config = json.required("difficulty_config");
        JsonNode stats = json.required("mining_stats");
        return new Block(
                u128(json.required("timestamp")),
                list(json, "transactions", GoldenMessages::transaction),
                text(json, "prev_block_hash"),
                text(json, "hash"),
                i32(json, "nonce"),
                i32(json, "height"),
                u64(json, "difficulty"),
                new DifficultyConfig(
                        u64(config, "base_difficulty"),
                        u64(config, "min_difficulty"),
                        u64(config, "max_difficulty"),
                        f64(config, "adjustment_factor"),
                        f64(config, "tolerance_percentage")),
                new MiningStats(
                        u128(stats.required("avg_mining_time")),
                        list(stats, "recent_block_times", GoldenMessages::u128),
                        u64(stats, "total_attempts"),
                        u64(stats, "successful_mines")),
                optionalBytes(json, "verkle_root_commitment"));
    }

    private static Transaction transaction(JsonNode json) {
        JsonNode contract = json.required("contract_data");
        return new Transaction(
                text(json, "id"),
                list(
                        json,
                        "vin",
                        in -> new TxInput(
                                text(in, "txid"),
                                i32(in, "vout"),
                                bytes(in, "signature"),
                                bytes(in, "pub_key"),
                                optionalBytes(in, "redeemer"))),
                list(
                        json,
                        "vout",
                        out -> new TxOutput(
                                i32(out, "value"),
                                bytes(out, "pub_key_hash"),
                                optionalBytes(out, "script"),
                                optionalBytes(out, "datum"),
                                optionalText(out, "reference_script"))),
                contract.isNull() ? null : contractData(contract));
    }

    private static ContractData contractData(JsonNode json) {
        JsonNode action = json.required("tx_type");
        return new ContractData(
                text(action, "type").equals("Deploy")
                        ? new ContractData.Deploy(
                                bytes(action, "bytecode"), bytes(action, "constructor_args"), u64(action, "gas_limit"))
                        : new ContractData.Call(
                                text(action, "contract_address"),
                                text(action, "function_name"),
                                bytes(action, "arguments"),
                                u64(action, "gas_limit"),
                                u64(action, "value")),
                bytes(json, "data"));
    }

    private static PeerInfo peer(JsonNode json) {
        return new PeerInfo(
                peerId(json),
                Objects.requireNonNull(Endpoint.parse(text(json, "address"))),
                u64(json, "last_seen"),
                i32(json, "best_height"),
                text(json, "node_type"));
    }

    private static PeerId peerId(JsonNode json) {
        return PeerId.parse(text(json, "peer_id"));
    }

    private static <T> List<T> list(JsonNode json, String key, Function<JsonNode, T> item) {
        return json.required(key).valueStream().map(item).toList();
    }

    private static String text(JsonNode json, String key) {
        return json.required(key).asString();
    }

    private static @Nullable String optionalText(JsonNode json, String key) {
        return json.required(key).isNull() ? null : text(json, key);
    }

    private static Bytes bytes(JsonNode json, String key) {
        return Bytes.ofHex(text(json, key));
    }

    private static @Nullable Bytes optionalBytes(JsonNode json, String key) {
        return json.required(key).isNull() ? null : bytes(json, key);
    }

    private static int i32(JsonNode json, String key) {
        return json.required(key).asInt();
    }

    private static long u64(JsonNode json, String key) {
        return Long.parseUnsignedLong(text(json, key));
    }

    private static double f64(JsonNode json, String key) {
        return Double.longBitsToDouble(Long.parseUnsignedLong(text(json.required(key), "bits_be_hex"), 16));
    }

    private static UInt128 u128(JsonNode json) {
        BigInteger value = new BigInteger(json.asString());
        return new UInt128(value.shiftRight(Long.SIZE).longValue(), value.longValue());
    }
}
