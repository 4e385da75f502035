package org.polytorus.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polytorus.simulator.model.Block;

/** The tree against a slow model that works everything out anew after every arrival, in any order of arrival. */
class BlockTreeModelTest {
    private static final int SEEDS = 30;
    private static final int BLOCKS = 40;

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void treeAgreesWithTheModelAfterEveryArrival(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        BlockTree tree = new BlockTree(Blocks.DIFFICULTY);
        Model model = new Model();
        for (Block block : shuffled(randomTree(random), random)) {
            Block oldTip = tree.tip();
            List<Block> oldChain = tree.recent(BLOCKS + 1);
            Insertion outcome = tree.add(block);
            List<Block> newlyConnected = model.add(block);
            assertOutcome(outcome, newlyConnected, oldTip, oldChain, tree);
            assertThat(tree.tip()).isEqualTo(model.tip);
            assertThat(tree.height()).isEqualTo(model.tip.height());
            assertThat(tree.blockCount()).isEqualTo(model.connected.size());
            assertThat(tree.orphanCount()).isEqualTo(model.arrived.size() - model.connected.size() + 1);
            assertThat(tree.recent(BLOCKS + 1)).isEqualTo(model.chain());
        }
        assertThat(tree.blockCount()).isEqualTo(BLOCKS + 1);
    }

    private static void assertOutcome(
            Insertion outcome, List<Block> newlyConnected, Block oldTip, List<Block> oldChain, BlockTree tree) {
        if (newlyConnected.isEmpty()) {
            assertThat(outcome).isInstanceOf(Insertion.Orphan.class);
            return;
        }
        assertThat(outcome).isInstanceOf(Insertion.Connected.class);
        Insertion.Connected connected = (Insertion.Connected) outcome;
        assertThat(connected.connected()).containsExactlyInAnyOrderElementsOf(newlyConnected);
        assertThat(connected.tipChanged()).isEqualTo(!tree.tip().equals(oldTip));
        List<Block> newChain = tree.recent(BLOCKS + 1);
        List<Block> gained = newChain.stream()
                .filter(block -> !oldChain.contains(block))
                .toList()
                .reversed();
        List<Block> lost = oldChain.stream()
                .filter(block -> !newChain.contains(block))
                .toList()
                .reversed();
        assertThat(connected.appended()).isEqualTo(gained);
        Reorganisation reorganisation = connected.reorganisation();
        if (reorganisation == null) {
            assertThat(lost).isEmpty();
        } else {
            assertThat(reorganisation.removed()).isEqualTo(lost).isNotEmpty();
            assertThat(reorganisation.added()).isEqualTo(gained);
            assertThat(gained.getFirst().previousHash())
                    .isEqualTo(lost.getFirst().previousHash())
                    .isEqualTo(reorganisation.commonAncestor().toString());
        }
    }

    /** Blocks that mostly prolong one of the newest, so that several branches of similar length compete. */
    private static List<Block> randomTree(RandomGenerator random) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Genesis.BLOCK);
        for (int i = 1; i <= BLOCKS; i++) {
            int back = Math.min(blocks.size(), 1 + random.nextInt(6));
            blocks.add(Blocks.on(blocks.get(blocks.size() - back), i));
        }
        return blocks.subList(1, blocks.size());
    }

    /** From nearly in order to fully mixed. */
    private static List<Block> shuffled(List<Block> blocks, RandomGenerator random) {
        List<Block> left = new ArrayList<>(blocks);
        int reach = 1 + random.nextInt(BLOCKS);
        List<Block> order = new ArrayList<>();
        while (!left.isEmpty()) {
            order.add(left.remove(random.nextInt(Math.min(reach, left.size()))));
        }
        return order;
    }

    /** Everything in lists, every question answered by looking at all blocks. */
    private static final class Model {
        private final List<Block> arrived = new ArrayList<>();
        private final List<Block> connected = new ArrayList<>(List.of(Genesis.BLOCK));
        private Block tip = Genesis.BLOCK;

        List<Block> add(Block block) {
            arrived.add(block);
            List<Block> before = List.copyOf(connected);
            boolean grew = true;
            while (grew) {
                grew = false;
                for (Block candidate : arrived) {
                    if (!connected.contains(candidate) && parentOf(candidate) != null) {
                        connected.add(candidate);
                        grew = true;
                    }
                }
            }
            for (Block candidate : arrived) {
                if (connected.contains(candidate) && candidate.height() > tip.height()) {
                    tip = candidate;
                }
            }
            List<Block> newlyConnected = new ArrayList<>(connected);
            newlyConnected.removeAll(before);
            return newlyConnected;
        }

        List<Block> chain() {
            List<Block> newestFirst = new ArrayList<>();
            for (Block block = tip; block != null; block = parentOf(block)) {
                newestFirst.add(block);
            }
            return newestFirst;
        }

        private @Nullable Block parentOf(Block child) {
            return connected.stream()
                    .filter(block -> block.hash().equals(child.previousHash()))
                    .findFirst()
                    .orElse(null);
        }
    }
}
