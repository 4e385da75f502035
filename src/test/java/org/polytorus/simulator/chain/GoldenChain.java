package org.polytorus.simulator.chain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What PolyTorus's own types printed: transactions, a genesis record and a mined block, read from the golden file. */
final class GoldenChain {
    private static final String FILE = "/golden/chain-hashes.json";
    static final JsonNode ROOT = read();

    private GoldenChain() {}

    /** A transaction with what PolyTorus says of it. */
    record GoldenTransaction(String name, String hash, String bincode, Transaction transaction) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<GoldenTransaction> transactions() {
        return list(
                ROOT.get("transactions"),
                node -> new GoldenTransaction(
                        node.get("name").asString(),
                        node.get("hash").asString(),
                        node.get("bincode").asString(),
                        transaction(node.get("fields"))));
    }

    static Transaction transaction(String name) {
        return transactions().stream()
                .filter(golden -> golden.name().equals(name))
                .findFirst()
                .orElseThrow()
                .transaction();
    }

    /** The block at height 1 with three transactions and difficulty 3, mined on the genesis block. */
    static Block minedBlock() {
        JsonNode node = ROOT.get("mined");
        JsonNode config = node.get("difficulty_config");
        JsonNode stats = node.get("mining_stats");
        return new Block(
                u128(node.get("timestamp")),
                list(node.get("transactions"), GoldenChain::transaction),
                node.get("prev_block_hash").asString(),
                node.get("hash").asString(),
                node.get("nonce").asInt(),
                node.get("height").asInt(),
                u64(node.get("difficulty")),
                new DifficultyConfig(
                        u64(config.get("base_difficulty")),
                        u64(config.get("min_difficulty")),
                        u64(config.get("max_difficulty")),
                        config.get("adjustment_factor").get("value").asDouble(),
                        config.get("tolerance_percentage").get("value").asDouble()),
                new MiningStats(
                        u128(stats.get("avg_mining_time")),
                        list(stats.get("recent_block_times"), GoldenChain::u128),
                        u64(stats.get("total_attempts")),
                        u64(stats.get("successful_mines"))),
                optionalBytes(node.get("verkle_root_commitment")));
    }

    private static Transaction transaction(JsonNode node) {
        JsonNode contract = node.get("contract_data");
        return new Transaction(
                node.get("id").asString(),
                list(node.get("vin"), GoldenChain::input),
                list(node.get("vout"), GoldenChain::output),
                contract.isNull() ? null : contract(contract));
    }

    private static TxInput input(JsonNode node) {
        return new TxInput(
                node.get("txid").asString(),
                node.get("vout").asInt(),
                bytes(node.get("signature")),
                bytes(node.get("pub_key")),
                optionalBytes(node.get("redeemer")));
    }

    private static TxOutput output(JsonNode node) {
        JsonNode reference = node.get("reference_script");
        return new TxOutput(
                node.get("value").asInt(),
                bytes(node.get("pub_key_hash")),
                optionalBytes(node.get("script")),
                optionalBytes(node.get("datum")),
                reference.isNull() ? null : reference.asString());
    }

    private static ContractData contract(JsonNode node) {
        JsonNode type = node.get("tx_type");
        ContractData.Action action = type.get("type").asString().equals("Deploy")
                ? new ContractData.Deploy(
                        bytes(type.get("bytecode")), bytes(type.get("constructor_args")), u64(type.get("gas_limit")))
                : new ContractData.Call(
                        type.get("contract_address").asString(),
                        type.get("function_name").asString(),
                        bytes(type.get("arguments")),
                        u64(type.get("gas_limit")),
                        u64(type.get("value")));
        return new ContractData(action, bytes(node.get("data")));
    }

    private static Bytes bytes(JsonNode node) {
        return Bytes.ofHex(node.asString());
    }

    private static @Nullable Bytes optionalBytes(JsonNode node) {
        return node.isNull() ? null : bytes(node);
    }

    private static long u64(JsonNode node) {
        return Long.parseUnsignedLong(node.asString());
    }

    private static UInt128 u128(JsonNode node) {
        BigInteger value = new BigInteger(node.asString());
        return new UInt128(value.shiftRight(Long.SIZE).longValue(), value.longValue());
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
        List<T> items = new ArrayList<>();
        array.forEach(node -> items.add(item.apply(node)));
        return items;
    }

    private static JsonNode read() {
        try (InputStream file = Objects.requireNonNull(GoldenChain.class.getResourceAsStream(FILE), FILE)) {
            return new JsonMapper().readTree(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
