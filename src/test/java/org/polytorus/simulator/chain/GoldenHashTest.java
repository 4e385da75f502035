package org.polytorus.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.Blake3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polytorus.simulator.chain.GoldenChain.GoldenTransaction;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.UInt128;
import org.polytorus.simulator.wire.BincodeWriter;
import org.polytorus.simulator.wire.EncodedSize;
import org.polytorus.simulator.wire.TransactionEncoding;

class GoldenHashTest {
    private static final HexFormat HEX = HexFormat.of();

    static List<GoldenTransaction> transactions() {
        return GoldenChain.transactions();
    }

    @ParameterizedTest
    @MethodSource("transactions")
    void transactionHashIsThatOfPolyTorus(GoldenTransaction golden) {
        assertThat(TransactionHasher.hash(golden.transaction())).hasToString(golden.hash());
    }

    @ParameterizedTest
    @MethodSource("transactions")
    void encodedSizeIsThatOfPolyTorusAndOfTheWriter(GoldenTransaction golden) {
        BincodeWriter writer = new BincodeWriter();
        TransactionEncoding.writeTransaction(writer, golden.transaction());
        assertThat(HEX.formatHex(writer.toByteArray())).isEqualTo(golden.bincode());
        assertThat(EncodedSize.of(golden.transaction()))
                .isEqualTo(golden.bincode().length() / 2);
    }

    @Test
    void commitmentOfNothingIsTheNeutralPoint() {
        assertThat(Commitment.of(List.of()))
                .hasToString(GoldenChain.ROOT.get("empty_commitment").asString());
    }

    @Test
    void genesisHasCommitmentPreimageAndHashOfPolyTorus() {
        var golden = GoldenChain.ROOT.get("genesis");
        Bytes commitment = Commitment.of(List.of(GoldenChain.transaction("coinbase")));
        assertThat(commitment).hasToString(golden.get("verkle_root_commitment").asString());
        assertThat(HEX.formatHex(Blake3.hash(commitment.toArray())))
                .isEqualTo(golden.get("blake3_of_commitment").asString());
        UInt128 timestamp = UInt128.of(1_750_000_000_123L);
        assertThat(HEX.formatHex(BlockHasher.preimage("", commitment, timestamp, 4, 15_204)))
                .isEqualTo(golden.get("preimage_hex").asString());
        assertThat(BlockHasher.hash("", commitment, timestamp, 4, 15_204))
                .hasToString(golden.get("hash").asString());
    }

    @Test
    void ourGenesisIsThatBlock() {
        assertThat(Genesis.BLOCK.hash())
                .isEqualTo(GoldenChain.ROOT.get("genesis").get("hash").asString());
        assertThat(Genesis.HASH).hasToString(Genesis.BLOCK.hash());
        assertThat(Genesis.BLOCK.transactions()).containsExactly(GoldenChain.transaction("coinbase"));
    }

    @Test
    void minedBlockHasCommitmentAndHashOfPolyTorus() {
        Block block = GoldenChain.minedBlock();
        assertThat(Commitment.of(block.transactions())).isEqualTo(block.commitment());
        assertThat(BlockHasher.hash(block)).hasToString(block.hash());
    }

    @Test
    void blockWithoutCommitmentIsHashedOverTheOneOfItsTransactions() {
        Block block = Blocks.withCommitment(GoldenChain.minedBlock(), null);
        assertThat(BlockHasher.hash(block)).hasToString(block.hash());
    }

    @Test
    void encodedSizeOfTheMinedBlockIsItsFrameWithoutTheTag() {
        assertThat(EncodedSize.of(GoldenChain.minedBlock())).isEqualTo(0x431 - Integer.BYTES);
    }

    @Test
    void nonceSearchFindsTheNonceThatPolyTorusFound() {
        Block block = GoldenChain.minedBlock();
        NonceSearch search = new NonceSearch(
                block.previousHash(), Commitment.of(block.transactions()), block.timestamp(), block.difficulty());
        assertThat(search.find(0, block.nonce())).isEmpty();
        assertThat(search.find(0, block.nonce() + 1)).hasValue(block.nonce());
        assertThat(search.hash(block.nonce())).isEqualTo(Hash.parse(block.hash()));
    }
}
