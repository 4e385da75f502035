package org.polytorus.simulator.app.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.run.RunSummary.Away;
import org.polytorus.simulator.app.run.RunSummary.Blacklisted;
import org.polytorus.simulator.app.run.RunSummary.Failed;
import org.polytorus.simulator.app.run.RunSummary.Pending;
import org.polytorus.simulator.app.run.RunSummary.Pool;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.testnet.NodeSnapshot;

/** The parts of a node's summary that tell how it deals with addresses and peers which are not connected. */
final class Duties {
    private static final double NANOS_PER_SECOND = 1e9;

    private Duties() {}

    static Pool pool(NodeSnapshot node, long nowNanos) {
        return new Pool(
                node.peers().size(),
                node.pending().stream()
                        .map(dial -> new Pending(
                                dial.remote().toString(),
                                Summaries.text(dial.name()),
                                dial.attempt(),
                                seconds(nowNanos - dial.sinceNanos())))
                        .toList(),
                node.failed().stream()
                        .map(dial -> new Failed(
                                dial.remote().toString(),
                                Summaries.text(dial.name()),
                                dial.reason(),
                                dial.failures(),
                                secondsUntil(dial.nextTryNanos(), nowNanos)))
                        .toList());
    }

    static List<Blacklisted> blacklist(NodeSnapshot node, long nowNanos) {
        return node.blacklist().stream()
                .map(entry -> new Blacklisted(
                        entry.peer().toString(),
                        Summaries.text(entry.name()),
                        text(entry.address()),
                        entry.reason(),
                        entry.byUser(),
                        secondsUntil(entry.expiresNanos(), nowNanos)))
                .toList();
    }

    static List<Away> away(NodeSnapshot node, long nowNanos) {
        return node.away().stream()
                .map(peer -> new Away(
                        peer.id().toString(),
                        Summaries.text(peer.name()),
                        seconds(nowNanos - peer.sinceNanos()),
                        peer.waiting(),
                        peer.dropped()))
                .toList();
    }

    private static @Nullable String text(@Nullable Endpoint address) {
        return address == null ? null : address.toString();
    }

    private static @Nullable Double secondsUntil(long nanos, long nowNanos) {
        return nanos == Long.MAX_VALUE ? null : Double.valueOf(seconds(nanos - nowNanos));
    }

    private static double seconds(long nanos) {
        return Math.max(0, nanos) / NANOS_PER_SECOND;
    }
}
