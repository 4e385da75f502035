package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.run.RunSummary.Tip;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerScore;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.PeerSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.State;
import org.polytorus.simulator.testnet.PeerNames;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Turns snapshots into {@link RunSummary}. */
final class Summaries {
    private static final double NANOS_PER_MILLI = 1e6;

    private Summaries() {}

    static RunSummary of(
            TestnetSnapshot snapshot,
            long seed,
            Duration ran,
            boolean quiet,
            LinkEnds ends,
            long events,
            List<String> notes,
            @Nullable String screenshot,
            @Nullable Judged scenario,
            @Nullable CheckSummary checks) {
        List<String> problems = new ArrayList<>(notes);
        problems.addAll(snapshot.problems());
        PeerNames names = PeerNames.of(snapshot);
        return new RunSummary(
                snapshot.name(),
                seed,
                ran.toMillis() / 1e3,
                allStarted(snapshot),
                quiet,
                snapshot.nodes().stream()
                        .map(node -> node(node, names, snapshot.epochNanos()))
                        .toList(),
                new LinkSummaries(snapshot.partitions(), ends).of(snapshot.links()),
                GuestSummaries.of(snapshot),
                snapshot.components().stream().map(Summaries::names).toList(),
                GraphSummary.of(snapshot),
                tips(snapshot),
                Partitions.healed(snapshot.healing(), snapshot.epochNanos()),
                snapshot.partitions().stream()
                        .map(partition -> PartitionSummary.of(partition, snapshot.epochNanos()))
                        .toList(),
                PropagationSummary.of(snapshot.propagation(), snapshot.epochNanos()),
                snapshot.totals(),
                events,
                snapshot.nodes().stream()
                        .mapToLong(NodeSnapshot::reorganisations)
                        .sum(),
                snapshot.overflowed(),
                problems,
                screenshot,
                scenario,
                checks);
    }

    /** Whether no node failed to start or is still trying to. */
    static boolean allStarted(TestnetSnapshot snapshot) {
        return snapshot.nodes().stream()
                .noneMatch(node -> node.state() == State.FAILED || node.state() == State.STARTING);
    }

    /** The tips of the running nodes, the most followed first; among equals, the higher first. */
    static List<Tip> tips(TestnetSnapshot snapshot) {
        Map<Hash, List<NodeSnapshot>> followers = new TreeMap<>();
        snapshot.nodes().stream()
                .filter(node -> node.state() == State.RUNNING)
                .forEach(node -> followers
                        .computeIfAbsent(node.tip(), tip -> new ArrayList<>())
                        .add(node));
        return followers.entrySet().stream()
                .map(entry -> new Tip(
                        entry.getKey().toString(),
                        entry.getValue().getFirst().height(),
                        names(entry.getValue().stream().map(NodeSnapshot::name).toList())))
                .sorted(Comparator.comparingInt((Tip tip) -> -tip.nodes().size())
                        .thenComparingInt(tip -> -tip.height()))
                .toList();
    }

    private static RunSummary.Node node(NodeSnapshot node, PeerNames names, long nowNanos) {
        return new RunSummary.Node(
                node.name().value(),
                node.id().toString(),
                node.address().toString(),
                word(node.state()),
                node.problem(),
                word(node.health()),
                Partitions.suspected(node.suspicion(), nowNanos),
                node.height(),
                node.tip().toString(),
                node.knownBlocks(),
                node.orphanBlocks(),
                node.mempoolSize(),
                node.mempoolDropped(),
                node.reorganisations(),
                node.peers().size(),
                node.peers().stream().map(Summaries::peer).toList(),
                Duties.pool(node, nowNanos),
                Duties.blacklist(node, nowNanos),
                Duties.away(node, nowNanos),
                node.queueStats(),
                node.messagesExpired(),
                Qualities.of(node.quality(), names, nowNanos),
                node.storage(),
                node.discovery(),
                node.stats());
    }

    private static RunSummary.Peer peer(PeerSnapshot peer) {
        return new RunSummary.Peer(
                text(peer.name()),
                peer.id().toString(),
                peer.remote().toString(),
                peer.dialled(),
                word(peer.health()),
                peer.failedConnections(),
                peer.bestHeight(),
                measuredMillis(peer.roundTripNanos()),
                peer.messagesSent(),
                peer.messagesReceived(),
                peer.bytesSent(),
                peer.bytesReceived(),
                peer.queued(),
                peer.dropped(),
                score(peer.score()));
    }

    private static RunSummary.@Nullable Score score(@Nullable PeerScore score) {
        return score == null
                ? null
                : new RunSummary.Score(
                        score.points(),
                        score.parts().stream()
                                .map(part -> new RunSummary.ScorePart(part.name(), part.percent(), part.measured()))
                                .toList());
    }

    private static List<String> names(List<NodeName> names) {
        return names.stream().map(NodeName::value).toList();
    }

    static @Nullable String text(@Nullable NodeName name) {
        return name == null ? null : name.value();
    }

    static @Nullable Double measuredMillis(long nanos) {
        return nanos < 0 ? null : Double.valueOf(nanos / NANOS_PER_MILLI);
    }

    /** An enum's name as people write it. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
