package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.polytorus.simulator.chain.BlockFlaw;
import org.polytorus.simulator.chain.HostileChain;
import org.polytorus.simulator.chain.TransactionFactory;
import org.polytorus.simulator.chain.TransactionFlaw;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.wire.Message;

/** A peer that breaks the rules of the chain, each once: what it did is named, and costs it its place. */
final class InvalidContentTest {
    private static final Map<BlockFlaw, Block> FLAWED = HostileChain.flawed();

    private final Script script = Script.accepting().saysHandshake(NodeType.OURS);

    static Stream<BlockFlaw> flawsOfOneBlock() {
        return Arrays.stream(BlockFlaw.values()).filter(flaw -> flaw != BlockFlaw.TOO_OLD);
    }

    @ParameterizedTest
    @MethodSource("flawsOfOneBlock")
    void aBlockThatBreaksARuleIsRefusedByNameAndAtTheThirdItsSenderIsBlacklisted(BlockFlaw flaw) {
        Block block = Objects.requireNonNull(FLAWED.get(flaw), "a block for " + flaw);
        for (int strike = 1; strike <= 3; strike++) {
            assertThat(script.ended()).isNull();
            script.says(new Message.BlockData(block));
        }
        assertThat(script.observed(Observation.BlockRejected.class))
                .hasSize(3)
                .allMatch(seen -> seen.reason().equals(flaw.text()));
        assertThat(script.observed(Observation.Misbehaved.class))
                .hasSize(3)
                .allMatch(seen -> seen.misbehaviour() == Misbehaviour.INVALID_BLOCK
                        && seen.detail().equals(flaw.text()));
        assertThat(script.ended()).isEqualTo(DisconnectReason.BLACKLISTED);
        assertThat(script.view().height()).isZero();
        assertThat(script.view().knownBlocks()).isEqualTo(1);
        assertThat(script.view().orphanBlocks()).isZero();
    }

    @ParameterizedTest
    @EnumSource(TransactionFlaw.class)
    void aTransactionThatBreaksARuleIsRefusedByNameAndAtTheTwentiethItsSenderIsBlacklisted(TransactionFlaw flaw) {
        for (int strike = 1; strike <= 20; strike++) {
            assertThat(script.ended()).isNull();
            script.says(new Message.TransactionData(flawed(flaw)));
        }
        assertThat(script.observed(Observation.Misbehaved.class))
                .hasSize(20)
                .allMatch(seen -> seen.misbehaviour() == Misbehaviour.INVALID_TRANSACTION
                        && seen.detail().equals(flaw.text()));
        assertThat(script.ended()).isEqualTo(DisconnectReason.BLACKLISTED);
        assertThat(script.view().mempoolSize()).isZero();
    }

    @Test
    void anInvalidBlockDoesNotKeepItsValidTwinOut() {
        script.says(new Message.BlockData(Objects.requireNonNull(FLAWED.get(BlockFlaw.HEIGHT_WRONG))))
                .says(new Message.BlockData(HostileChain.valid()));
        assertThat(script.view().height()).isEqualTo(1);
    }

    private static Transaction flawed(TransactionFlaw flaw) {
        Transaction payment = TransactionFactory.payment("alice", "bob", 25, 1, 0);
        return switch (flaw) {
            case TOO_LARGE -> TransactionFactory.payment("alice", "bob", 25, 1, 1_048_577);
            case COINBASE_OUTSIDE_BLOCK -> TransactionFactory.reward(1, "miner", new PeerId(0, 0));
            case EMPTY -> new Transaction(payment.id(), List.of(), List.of(), null);
            case ID_WRONG -> new Transaction("0".repeat(64), payment.inputs(), payment.outputs(), null);
        };
    }
}
