package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.chain.Recent;
import org.polytorus.simulator.chain.TransactionFactory;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.DifficultyConfig;
import org.polytorus.simulator.model.MiningStats;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.UInt128;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.WireException;

/** Nodes hold one copy of what they all know, and never anything but what they were sent. */
final class SharedValuesTest {
    private final SharedValues shared = new SharedValues();

    @Test
    void theSameBytesAreDecodedToTheSameMessage() throws WireException {
        byte[] payload = MessageCodec.encodePayload(new Message.BlockData(block("a", 1)));
        assertThat(shared.decode(payload.clone())).isSameAs(shared.decode(payload.clone()));
    }

    @Test
    void aBlockSharesItsTransactionsWithThoseThatCameAlone() throws WireException {
        Transaction alone = ((Message.TransactionData)
                        shared.decode(MessageCodec.encodePayload(new Message.TransactionData(payment(1)))))
                .transaction();
        Block block = ((Message.BlockData)
                        shared.decode(MessageCodec.encodePayload(new Message.BlockData(block("a", 1, payment(1))))))
                .block();
        assertThat(block.transactions().getFirst()).isSameAs(alone);
    }

    @Test
    void aBlockOfTheSameHashButAnotherHeightIsNotTakenForIt() throws WireException {
        Block honest = shared.block(block("a", 1));
        Message hostile = shared.decode(MessageCodec.encodePayload(new Message.BlockData(block("a", 2))));
        assertThat(((Message.BlockData) hostile).block().height()).isEqualTo(2);
        assertThat(shared.block(block("a", 1)).height()).isEqualTo(1);
        assertThat(honest.height()).isEqualTo(1);
    }

    @Test
    void aTransactionThatClaimsTheIdOfAnotherStaysItself() {
        Transaction honest = shared.transaction(payment(1));
        Transaction hostile = new Transaction(honest.id(), honest.inputs(), List.of(), null);
        assertThat(shared.transaction(hostile)).isSameAs(hostile);
        assertThat(shared.transaction(payment(1))).isEqualTo(honest);
    }

    @Test
    void whatWasNotUsedForLongestGoesWhenThereIsNoMoreRoom() {
        Recent<String, String> recent = new Recent<>(10);
        recent.put("old", "1", 4);
        recent.put("used", "2", 4);
        assertThat(recent.get("old")).isEqualTo("1");
        recent.put("new", "3", 4);
        assertThat(recent.get("used")).isNull();
        assertThat(recent.get("old")).isEqualTo("1");
        recent.put("old", "4", 2);
        assertThat(recent.weight()).isEqualTo(6);
        recent.put("too heavy", "5", 11);
        assertThat(recent.size()).isZero();
        assertThat(recent.weight()).isZero();
    }

    @Test
    void nodesOfOneThreadFollowTheVerySameBlocks() {
        VirtualNetwork network = new VirtualNetwork();
        List<VirtualNetwork.Host> hosts = new ArrayList<>();
        for (int port = 1; port <= 4; port++) {
            NodeSettings settings = port == 1
                    ? VirtualNetwork.quiet()
                    : VirtualNetwork.quiet(org.polytorus.simulator.model.Endpoint.loopback(port - 1));
            hosts.add(network.add(port, settings.but().remembers(true).build()));
        }
        network.start();
        network.runFor(Duration.ofSeconds(3));
        hosts.getLast().input(new Input.SendTransaction("alice", "bob", 5));
        network.runFor(Duration.ofSeconds(1));
        hosts.getFirst().input(new Input.MineBlock());
        network.runFor(Duration.ofSeconds(1));
        Block mined = hosts.getFirst().keptBlocks.getFirst();
        assertThat(mined.transactions()).hasSize(2);
        assertThat(hosts)
                .allSatisfy(host -> assertThat(host.keptBlocks).singleElement().isSameAs(mined));
    }

    private static Transaction payment(long nonce) {
        return TransactionFactory.payment("alice", "bob", 5, nonce, 0);
    }

    private static Block block(String hash, int height, Transaction... transactions) {
        return new Block(
                UInt128.of(1),
                List.of(transactions),
                "",
                hash,
                1,
                height,
                1,
                DifficultyConfig.DEFAULT,
                MiningStats.NONE,
                null);
    }
}
