package org.polytorus.simulator.app.decode;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.ContractData;
import org.polytorus.simulator.model.DifficultyConfig;
import org.polytorus.simulator.model.MiningStats;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.TxInput;
import org.polytorus.simulator.model.TxOutput;
import org.polytorus.simulator.model.UInt128;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.PeerInfo;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a message in JSON, by the conventions of the golden vectors: numbers of 64 and 128 bits as decimal texts,
 * since JSON readers lose their last digits; bytes as hex; absent values as null.
 */
final class FieldsJson {
    private FieldsJson() {}

    static ObjectNode of(Message message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (message) {
            case Message.Handshake m ->
                json.put("peer_id", m.peerId().toString())
                        .put("protocol_version", Integer.toUnsignedLong(m.protocolVersion()))
                        .put("best_height", m.bestHeight())
                        .put("timestamp", u64(m.timestampSeconds()))
                        .put("node_type", m.nodeType());
            case Message.HandshakeAck m ->
                json.put("peer_id", m.peerId().toString()).put("accepted", m.accepted());
            case Message.Ping m -> json.put("nonce", u64(m.nonce())).put("timestamp", u64(m.timestampSeconds()));
            case Message.Pong m -> json.put("nonce", u64(m.nonce())).put("timestamp", u64(m.timestampSeconds()));
            case Message.BlockAnnouncement m ->
                json.put("block_hash", m.blockHash()).put("block_height", m.blockHeight());
            case Message.BlockData m -> putBlock(json.putObject("block"), m.block());
            case Message.TransactionAnnouncement m -> json.put("tx_hash", m.txHash());
            case Message.TransactionData m -> putTransaction(json.putObject("transaction"), m.transaction());
            case Message.BlockRequest m -> json.put("block_hash", m.blockHash());
            case Message.TransactionRequest m -> json.put("tx_hash", m.txHash());
            case Message.PeerList m -> putEach(json.putArray("peers"), m.peers(), FieldsJson::putPeer);
            case Message.StatusUpdate m -> json.put("best_height", m.bestHeight());
            case Message.ErrorMessage m -> json.put("message", m.message());
            case Message.FindNode m ->
                json.put("query_id", u64(m.queryId())).put("target", m.target().toString());
            case Message.FoundNodes m -> {
                json.put("query_id", u64(m.queryId()));
                putEach(json.putArray("nodes"), m.nodes(), FieldsJson::putPeer);
            }
        }
        return json;
    }

    private static void putPeer(ObjectNode json, PeerInfo peer) {
        json.put("peer_id", peer.peerId().toString())
                .put("address", peer.address().toString())
                .put("last_seen", u64(peer.lastSeenSeconds()))
                .put("best_height", peer.bestHeight())
                .put("node_type", peer.nodeType());
    }

    private static void putBlock(ObjectNode json, Block block) {
        json.put("timestamp", block.timestamp().toString());
        putEach(json.putArray("transactions"), block.transactions(), FieldsJson::putTransaction);
        json.put("prev_block_hash", block.previousHash())
                .put("hash", block.hash())
                .put("nonce", block.nonce())
                .put("height", block.height())
                .put("difficulty", u64(block.difficulty()));
        putDifficultyConfig(json.putObject("difficulty_config"), block.difficultyConfig());
        putMiningStats(json.putObject("mining_stats"), block.miningStats());
        json.put("verkle_root_commitment", hex(block.commitment()));
    }

    private static void putDifficultyConfig(ObjectNode json, DifficultyConfig config) {
        json.put("base_difficulty", u64(config.baseDifficulty()))
                .put("min_difficulty", u64(config.minDifficulty()))
                .put("max_difficulty", u64(config.maxDifficulty()));
        putF64(json.putObject("adjustment_factor"), config.adjustmentFactor());
        putF64(json.putObject("tolerance_percentage"), config.tolerancePercentage());
    }

    private static void putMiningStats(ObjectNode json, MiningStats stats) {
        json.put("avg_mining_time", stats.averageMiningTime().toString());
        ArrayNode times = json.putArray("recent_block_times");
        for (UInt128 time : stats.recentBlockTimes()) {
            times.add(time.toString());
        }
        json.put("total_attempts", u64(stats.totalAttempts())).put("successful_mines", u64(stats.successfulMines()));
    }

    private static void putTransaction(ObjectNode json, Transaction transaction) {
        json.put("id", transaction.id());
        putEach(json.putArray("vin"), transaction.inputs(), FieldsJson::putInput);
        putEach(json.putArray("vout"), transaction.outputs(), FieldsJson::putOutput);
        ContractData contractData = transaction.contractData();
        if (contractData == null) {
            json.putNull("contract_data");
        } else {
            putContractData(json.putObject("contract_data"), contractData);
        }
    }

    private static void putInput(ObjectNode json, TxInput input) {
        json.put("txid", input.txid())
                .put("vout", input.vout())
                .put("signature", hex(input.signature()))
                .put("pub_key", hex(input.publicKey()))
                .put("redeemer", hex(input.redeemer()));
    }

    private static void putOutput(ObjectNode json, TxOutput output) {
        json.put("value", output.value())
                .put("pub_key_hash", hex(output.publicKeyHash()))
                .put("script", hex(output.script()))
                .put("datum", hex(output.datum()))
                .put("reference_script", output.referenceScript());
    }

    private static void putContractData(ObjectNode json, ContractData contractData) {
        ObjectNode action = json.putObject("tx_type");
        switch (contractData.action()) {
            case ContractData.Deploy deploy ->
                action.put("type", "Deploy")
                        .put("bytecode", hex(deploy.bytecode()))
                        .put("constructor_args", hex(deploy.constructorArguments()))
                        .put("gas_limit", u64(deploy.gasLimit()));
            case ContractData.Call call ->
                action.put("type", "Call")
                        .put("contract_address", call.contractAddress())
                        .put("function_name", call.functionName())
                        .put("arguments", hex(call.arguments()))
                        .put("gas_limit", u64(call.gasLimit()))
                        .put("value", u64(call.value()));
        }
        json.put("data", hex(contractData.data()));
    }

    /** JSON has no NaN and no infinity: there the value is null and the bits tell. */
    private static void putF64(ObjectNode json, double value) {
        if (Double.isFinite(value)) {
            json.put("value", value);
        } else {
            json.putNull("value");
        }
        json.put("bits_be_hex", String.format("%016x", Double.doubleToRawLongBits(value)));
    }

    private static <T> void putEach(ArrayNode list, List<T> items, BiConsumer<ObjectNode, T> put) {
        for (T item : items) {
            put.accept(list.addObject(), item);
        }
    }

    private static String u64(long value) {
        return Long.toUnsignedString(value);
    }

    private static @Nullable String hex(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.toString();
    }
}
