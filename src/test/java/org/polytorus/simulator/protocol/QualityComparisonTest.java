package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;

/** The same testnet from the same seed, with one bad node that everybody knows, once with scores and once without. */
final class QualityComparisonTest {
    private static final int GOOD = 12;
    private static final int BLOCKS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How long blocks took to the last good node, in milliseconds. */
    private record Spread(long mean, long longest) {}

    /** A ring of good nodes with chords, and in the middle a bad one that is connected with all of them. */
    private static Spread measure(long luck, boolean quality, int hopMillis, int badMillis, double loss) {
        VirtualNetwork network = new VirtualNetwork(luck).latency(Duration.ofMillis(hopMillis));
        NodeSettings settings =
                VirtualNetwork.quiet().but().qualityOfService(quality).build();
        VirtualNetwork.Host bad = network.add(1, settings);
        List<VirtualNetwork.Host> good = new ArrayList<>();
        for (int i = 0; i < GOOD; i++) {
            List<Endpoint> dialled = new ArrayList<>(List.of(bad.endpoint));
            if (i > 0) {
                dialled.add(good.get(i - 1).endpoint);
            }
            if (i == GOOD - 1) {
                dialled.add(good.getFirst().endpoint);
            }
            good.add(network.add(2 + i, settings.but().bootstrapPeers(dialled).build()));
        }
        good.forEach(host -> network.between(host, bad, Duration.ofMillis(badMillis), loss));
        network.start();
        network.runFor(Duration.ofMinutes(3));
        long sum = 0;
        long longest = 0;
        for (int height = 1; height <= BLOCKS; height++) {
            int wanted = height;
            long mined = network.now();
            good.get(height % GOOD).input(new Input.MineBlock());
            assertThat(network.runUntil(
                            () -> good.stream().allMatch(host -> host.view().height() >= wanted), PATIENCE))
                    .isTrue();
            long took = (network.now() - mined) / 1_000_000;
            sum += took;
            longest = Math.max(longest, took);
            network.runFor(Duration.ofSeconds(10));
        }
        return new Spread(sum / BLOCKS, longest);
    }

    /** Of several draws of what is lost, since with one the mean is a matter of luck. */
    private static Spread measure(boolean quality, int hopMillis, int badMillis, double loss) {
        List<Spread> all = Stream.of(5, 6, 7)
                .map(luck -> measure(luck, quality, hopMillis, badMillis, loss))
                .toList();
        return new Spread(
                all.stream().mapToLong(Spread::mean).sum() / all.size(),
                all.stream().mapToLong(Spread::longest).max().orElse(0));
    }

    @Test
    void aLossyNodeAmongGoodOnesDelaysBlocksLessWhereScoresDecideWhomToAsk() {
        Spread without = measure(false, 50, 100, 0.33);
        Spread with = measure(true, 50, 100, 0.33);
        assertThat(with.mean()).as("with %s, without %s", with, without).isLessThan(without.mean() / 3);
    }

    @Test
    void aSlowAndLossyNodeDoesSoToo() {
        Spread without = measure(false, 200, 300, 0.25);
        Spread with = measure(true, 200, 300, 0.25);
        assertThat(with.mean()).as("with %s, without %s", with, without).isLessThan(without.mean() * 2 / 3);
    }
}
