package org.polytorus.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.wire.EncodedSize;

class BlockTreeTest {
    private final BlockTree tree = new BlockTree(Blocks.DIFFICULTY);

    @Test
    void treeBeginsWithTheGenesisBlock() {
        assertThat(tree.tip()).isEqualTo(Genesis.BLOCK);
        assertThat(tree.tipHash()).isEqualTo(Genesis.HASH);
        assertThat(tree.height()).isZero();
        assertThat(tree.blockCount()).isEqualTo(1);
        assertThat(tree.blockBytes()).isEqualTo(EncodedSize.of(Genesis.BLOCK));
        assertThat(tree.recent(5)).containsExactly(Genesis.BLOCK);
        assertThat(tree.ancestors(Genesis.HASH, 5, _ -> true)).isEmpty();
        assertThat(tree.add(Genesis.BLOCK)).isEqualTo(new Insertion.AlreadyKnown());
    }

    @Test
    void blockPolyTorusMinedOnTheGenesisBlockConnects() {
        Block mined = GoldenChain.minedBlock();
        assertThat(tree.add(mined)).isEqualTo(new Insertion.Connected(List.of(mined), List.of(mined), null));
        assertThat(tree.tip()).isEqualTo(mined);
    }

    @Test
    void chainIsFoundByHeightAndByHash() {
        List<Block> chain = chain(Genesis.BLOCK, 3, 0);
        chain.forEach(tree::add);
        assertThat(tree.atHeight(0)).isEqualTo(Genesis.BLOCK);
        assertThat(tree.atHeight(2)).isEqualTo(chain.get(1));
        assertThat(tree.hashAtHeight(2)).isEqualTo(hash(chain.get(1)));
        assertThat(tree.atHeight(4)).isNull();
        assertThat(tree.atHeight(-1)).isNull();
        assertThat(tree.get(hash(chain.get(2)))).isEqualTo(chain.get(2));
        assertThat(tree.recent(2)).containsExactly(chain.get(2), chain.get(1));
        assertThat(tree.ancestors(hash(chain.get(2)), 2, _ -> true)).containsExactly(chain.get(1), chain.get(0));
        assertThat(tree.ancestors(hash(chain.get(2)), 9, _ -> true))
                .containsExactly(chain.get(1), chain.get(0), Genesis.BLOCK);
    }

    @Test
    void ancestorsBehindOneThatIsNotWantedAreNotEvenLookedAt() {
        List<Block> chain = chain(Genesis.BLOCK, 5, 0);
        chain.forEach(tree::add);
        List<Block> asked = new ArrayList<>();
        assertThat(tree.ancestors(hash(chain.get(4)), 9, block -> {
                    asked.add(block);
                    return block.height() != 3;
                }))
                .containsExactly(chain.get(3));
        assertThat(asked).containsExactly(chain.get(3), chain.get(2));
        asked.clear();
        assertThat(tree.ancestors(hash(chain.get(4)), 2, asked::add)).hasSize(2);
        assertThat(asked).as("of no more than are asked for").hasSize(2);
    }

    @Test
    void sideBlockOfTheSameHeightChangesNothing() {
        Block first = Blocks.on(Genesis.BLOCK, 0);
        Block second = Blocks.on(Genesis.BLOCK, 1);
        tree.add(first);
        Insertion.Connected outcome = connected(tree.add(second));
        assertThat(outcome.tipChanged()).isFalse();
        assertThat(outcome.connected()).containsExactly(second);
        assertThat(tree.tip()).isEqualTo(first);
        assertThat(tree.blockCount()).isEqualTo(3);
    }

    @Test
    void longerBranchIsFollowedAndTheReorganisationSaysWhatChanged() {
        Block shared = Blocks.on(Genesis.BLOCK, 0);
        List<Block> old = chain(shared, 2, 1);
        List<Block> longer = chain(shared, 3, 2);
        tree.add(shared);
        old.forEach(tree::add);
        tree.add(longer.get(0));
        tree.add(longer.get(1));
        Insertion.Connected outcome = connected(tree.add(longer.get(2)));
        assertThat(outcome.reorganisation())
                .isEqualTo(new Reorganisation(hash(old.get(1)), hash(longer.get(2)), hash(shared), old, longer));
        assertThat(outcome.connected()).containsExactly(longer.get(2));
        assertThat(outcome.appended()).isEqualTo(longer);
        Reorganisation reorganisation = Objects.requireNonNull(outcome.reorganisation());
        assertThat(reorganisation.oldHeight()).isEqualTo(3);
        assertThat(reorganisation.newHeight()).isEqualTo(4);
        assertThat(tree.atHeight(2)).isEqualTo(longer.getFirst());
        assertThat(tree.get(hash(old.get(1)))).as("side branches stay").isEqualTo(old.get(1));
    }

    @Test
    void orphansConnectAllTogetherWhenTheirAncestorArrives() {
        List<Block> chain = chain(Genesis.BLOCK, 4, 0);
        assertThat(tree.add(chain.get(3))).isEqualTo(new Insertion.Orphan(hash(chain.get(2))));
        assertThat(tree.add(chain.get(1))).isEqualTo(new Insertion.Orphan(hash(chain.get(0))));
        assertThat(tree.add(chain.get(2)))
                .as("what is missing now is the parent of the oldest that waits")
                .isEqualTo(new Insertion.Orphan(hash(chain.get(0))));
        assertThat(tree.isOrphan(hash(chain.get(3)))).isTrue();
        assertThat(tree.contains(hash(chain.get(3)))).isFalse();
        assertThat(tree.get(hash(chain.get(3)))).isNull();
        assertThat(tree.add(chain.get(3))).isEqualTo(new Insertion.AlreadyKnown());
        assertThat(tree.orphanCount()).isEqualTo(3);
        Insertion.Connected outcome = connected(tree.add(chain.get(0)));
        assertThat(outcome.connected()).isEqualTo(chain);
        assertThat(outcome.appended()).isEqualTo(chain);
        assertThat(outcome.reorganisation()).isNull();
        assertThat(tree.orphanCount()).isZero();
        assertThat(tree.isOrphan(hash(chain.get(3)))).isFalse();
        assertThat(tree.height()).isEqualTo(4);
    }

    @Test
    void ofTwoOrphansOfOneHeightTheOneThatCameFirstIsFollowed() {
        Block parent = Blocks.on(Genesis.BLOCK, 0);
        Block first = Blocks.on(parent, 1);
        Block second = Blocks.on(parent, 2);
        tree.add(second);
        tree.add(first);
        tree.add(parent);
        assertThat(tree.tip()).isEqualTo(second);
    }

    @Test
    void hundredsOfOrphansConnectWithoutRecursion() {
        BlockTree roomy = new BlockTree(1, new TreeLimits(10_000, 1L << 30, 1_000, 20, 5_000, 1L << 30));
        List<Block> chain = chain(Genesis.BLOCK, 3_000, 0);
        chain.reversed().forEach(roomy::add);
        assertThat(roomy.height()).isEqualTo(3_000);
        assertThat(roomy.orphanCount()).isZero();
    }

    @Test
    void invalidBlockIsRejectedWithItsFlaw() {
        Block valid = Blocks.on(Genesis.BLOCK, 0);
        assertThat(tree.add(Blocks.withHash(valid, "?"))).isEqualTo(new Insertion.Rejected(BlockFlaw.HASH_UNREADABLE));
        assertThat(tree.add(Blocks.withCommitment(valid, null)))
                .isEqualTo(new Insertion.Rejected(BlockFlaw.COMMITMENT_MISSING));
        assertThat(tree.add(Blocks.withHeight(valid, 7))).isEqualTo(new Insertion.Rejected(BlockFlaw.HEIGHT_WRONG));
        assertThat(tree.blockCount()).isEqualTo(1);
    }

    @Test
    void anotherGenesisBlockIsRejectedHoweverOftenItComes() {
        Block other = Blocks.mined("", 0, 1, Genesis.BLOCK.transactions());
        assertThat(tree.add(other)).isEqualTo(new Insertion.Rejected(BlockFlaw.OTHER_GENESIS));
        assertThat(tree.add(other)).isEqualTo(new Insertion.Rejected(BlockFlaw.OTHER_GENESIS));
    }

    @Test
    void orphanWithAFalsifiedHeightMakesWayForTheTrueOne() {
        Block parent = Blocks.on(Genesis.BLOCK, 0);
        Block child = Blocks.on(parent, 0);
        tree.add(Blocks.withHeight(child, 9));
        assertThat(connected(tree.add(parent)).connected()).containsExactly(parent);
        assertThat(tree.isOrphan(hash(child))).isFalse();
        assertThat(connected(tree.add(child)).tipChanged()).isTrue();
    }

    @Test
    void oldestOrphanGivesWayAndIsCounted() {
        BlockTree small = new BlockTree(1, new TreeLimits(100, 1L << 20, 10, 1, 2, 1L << 20));
        List<Block> chain = chain(Genesis.BLOCK, 4, 0);
        small.add(chain.get(3));
        small.add(chain.get(2));
        small.add(chain.get(1));
        assertThat(small.orphanCount()).isEqualTo(2);
        assertThat(small.orphansDropped()).isEqualTo(1);
        assertThat(small.isOrphan(hash(chain.get(3)))).isFalse();
        assertThat(connected(small.add(chain.get(0))).connected()).isEqualTo(chain.subList(0, 3));
    }

    @Test
    void orphansAreBoundedInBytes() {
        int size = EncodedSize.of(chain(Genesis.BLOCK, 2, 0).get(1));
        BlockTree small = new BlockTree(1, new TreeLimits(100, 1L << 20, 10, 1, 100, 2L * size));
        List<Block> chain = chain(Genesis.BLOCK, 4, 0);
        chain.subList(1, 4).forEach(small::add);
        assertThat(small.orphanCount()).isEqualTo(2);
        assertThat(small.orphansDropped()).isEqualTo(1);
    }

    static List<Block> chain(Block parent, int length, int salt) {
        List<Block> chain = new ArrayList<>();
        Block last = parent;
        for (int i = 0; i < length; i++) {
            last = Blocks.on(last, salt);
            chain.add(last);
        }
        return chain;
    }

    static Hash hash(Block block) {
        return Objects.requireNonNull(Hash.parse(block.hash()));
    }

    private static Insertion.Connected connected(Insertion insertion) {
        assertThat(insertion).isInstanceOf(Insertion.Connected.class);
        return (Insertion.Connected) insertion;
    }
}
