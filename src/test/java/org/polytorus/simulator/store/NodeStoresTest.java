package org.polytorus.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.PeerInfo;

/** What is kept comes back; what cannot be read is set aside and said. */
final class NodeStoresTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String THREAD = "disk-of-test";

    @TempDir
    Path folder;

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private NodeStores stores = new NodeStores(THREAD);

    @AfterEach
    void closed() {
        stores.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneSatisfy(thread -> assertThat(thread.getName()).startsWith(THREAD));
    }

    @Test
    void blocksAndPeersComeBackAfterAClose() {
        List<Block> chain = StoredBlocks.chain(300);
        PeerInfo peer = new PeerInfo(new PeerId(1, 2), Endpoint.loopback(4000), 17, 5, "full");
        NodeStore first = open();
        first.remember(chain.reversed());
        first.rememberPeers(List.of(peer));
        reopen();
        NodeStore second = open();
        assertThat(blocks(second)).as("parents before children").isEqualTo(chain);
        assertThat(second.storedPeers()).containsExactly(peer);
        assertThat(second.stats().blocks()).isEqualTo(300);
        assertThat(second.stats().peers()).isEqualTo(1);
        assertThat(second.stats().directory()).isEqualTo(folder.toString());
        assertThat(warnings).isEmpty();
    }

    @Test
    void peersReplaceThoseBefore() {
        NodeStore first = open();
        first.rememberPeers(List.of(peer(1), peer(2), peer(3)));
        first.rememberPeers(List.of(peer(4)));
        reopen();
        assertThat(open().storedPeers()).containsExactly(peer(4));
    }

    @Test
    void whatIsWrittenIsThereWithoutAClose() throws IOException {
        open().remember(StoredBlocks.chain(3));
        Path copy = Files.createDirectory(folder.resolve("copy"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            Files.deleteIfExists(copy.resolve(Opener.FILE));
            Files.copy(file(), copy.resolve(Opener.FILE));
            NodeFile file = NodeFile.open(copy.resolve(Opener.FILE));
            long found = file.blockCount();
            file.abandon();
            assertThat(found).isEqualTo(3);
        });
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                Arguments.of("truncated", damage(content -> java.util.Arrays.copyOf(content, content.length / 3))),
                Arguments.of("zeroed", damage(content -> new byte[content.length])),
                Arguments.of("random bytes in the middle", damage(content -> {
                    byte[] noise = new byte[content.length / 2];
                    new Random(1).nextBytes(noise);
                    System.arraycopy(noise, 0, content, content.length / 4, noise.length);
                    return content;
                })),
                Arguments.of(
                        "not such a file",
                        damage(_ -> "I am a letter.".repeat(1_000).getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    private static UnaryOperator<byte[]> damage(UnaryOperator<byte[]> change) {
        return change;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void aDamagedFileIsSetAsideAndANewOneBegun(String name, UnaryOperator<byte[]> damage) throws IOException {
        open().remember(StoredBlocks.chain(500));
        reopen();
        byte[] damaged = damage.apply(Files.readAllBytes(file()));
        Files.write(file(), damaged);

        NodeStore fresh = open();
        assertThat(warnings).singleElement().asString().contains(file().toString(), Opener.FILE + ".damaged-1");
        assertThat(folder.resolve(Opener.FILE + ".damaged-1")).hasBinaryContent(damaged);
        assertThat(fresh.isOpen()).isTrue();
        assertThat(blocks(fresh)).isEmpty();
        fresh.remember(StoredBlocks.chain(2));
        reopen();
        assertThat(blocks(open())).hasSize(2);
    }

    @Test
    void aDirectoryInTheWayIsSetAsideUnderTheNextFreeName() throws IOException {
        Files.createDirectory(folder.resolve(Opener.FILE + ".damaged-1"));
        Files.createDirectory(file());
        assertThat(open().isOpen()).isTrue();
        assertThat(folder.resolve(Opener.FILE + ".damaged-2")).isDirectory();
        assertThat(warnings).singleElement().asString().contains("damaged-2");
    }

    @Test
    void aSecondUserOfTheSameFileIsToldSoAndKeepsNothing() {
        NodeStore first = open();
        NodeStore second = open();
        assertThat(first.isOpen()).isTrue();
        assertThat(second.isOpen()).isFalse();
        assertThat(second.stats().directory()).isNull();
        assertThat(second.stats().problem()).contains("in use by another node", "in memory only");
        assertThat(warnings).hasSize(1);
        second.remember(StoredBlocks.chain(1));
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsLeftAloneAndNothingIsKept() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("taken"), "mine");
        NodeStore store = stores.open(inTheWay, warnings::add);
        assertThat(store.isOpen()).isFalse();
        assertThat(inTheWay).hasContent("mine");
        assertThat(warnings).singleElement().asString().contains("a file is in the way");
    }

    @Test
    void directoriesWithOddNamesWork() {
        for (String name : List.of("c:olon", "with space", "ümlaut", "~tilde", "per%cent")) {
            NodeStore store = stores.open(folder.resolve(name), warnings::add);
            assertThat(store.isOpen()).as(name).isTrue();
            assertThat(folder.resolve(name).resolve(Opener.FILE)).exists();
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void whateverIsDamagedTheFileOpensAndEveryBlockIsOneThatWasWritten() throws IOException {
        List<Block> chain = StoredBlocks.chain(200);
        open().remember(chain);
        reopen();
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(7);
        for (int round = 0; round < 150; round++) {
            byte[] damaged = whole.clone();
            int from = random.nextInt(damaged.length);
            int to = Math.min(damaged.length, from + 1 + random.nextInt(1 << random.nextInt(12)));
            for (int i = from; i < to; i++) {
                damaged[i] = (byte) random.nextInt();
            }
            Path place = Files.createDirectory(folder.resolve("round" + round));
            Files.write(place.resolve(Opener.FILE), damaged);
            try (NodeStores own = new NodeStores("round")) {
                NodeStore store = own.open(place, warnings::add);
                assertThat(store.isOpen()).isTrue();
                assertThat(chain).containsAll(blocks(store));
            }
        }
        assertThat(warnings).as("most damage is found").hasSizeGreaterThan(20);
    }

    @Test
    void aFullQueueIsCountedAndToldOnce() {
        NodeStore store = open();
        List<Block> one = StoredBlocks.chain(1);
        stores.close();
        store.remember(one);
        store.remember(one);
        assertThat(store.stats().unwritten()).isEqualTo(2);
        assertThat(warnings).singleElement().asString().contains("the queue to the disk is full");
    }

    @Test
    void aLongChainWrittenBlockByBlockStaysSmallOnDisk() throws IOException {
        List<Block> chain = StoredBlocks.chain(2_000);
        NodeStore store = open();
        for (Block block : chain) {
            store.remember(List.of(block));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofNanos(1))
                    .pollDelay(Duration.ZERO)
                    .until(() -> store.stats().blocks() > block.height() - 1);
        }
        long bytes = chain.stream()
                .mapToLong(org.polytorus.simulator.wire.EncodedSize::of)
                .sum();
        reopen();
        assertThat(Files.size(file())).isLessThan(4 * bytes);
    }

    private NodeStore open() {
        return stores.open(folder, warnings::add);
    }

    private void reopen() {
        stores.close();
        stores = new NodeStores(THREAD);
    }

    private Path file() {
        return folder.resolve(Opener.FILE);
    }

    private static List<Block> blocks(NodeStore store) {
        List<Block> all = new ArrayList<>();
        store.storedBlocks().forEachRemaining(all::addAll);
        return all;
    }

    private static PeerInfo peer(int port) {
        return new PeerInfo(new PeerId(0, port), Endpoint.loopback(port), 1, 2, "full");
    }
}
