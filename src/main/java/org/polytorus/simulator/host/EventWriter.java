package org.polytorus.simulator.host;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.BlacklistEntry;
import org.polytorus.simulator.protocol.DialFailure;
import org.polytorus.simulator.protocol.Observation;
import org.polytorus.simulator.testnet.TestnetEvent.Kind;
import org.polytorus.simulator.testnet.TestnetEvent.Severity;

/** Turns what nodes report into events that people read, with names instead of ids. For one thread. */
public final class EventWriter {
    private final EventLog log;
    private final Names names;
    /** Which ends of a link have the other one as a peer; a link is told to be up when both have. */
    private final Map<LinkId, Set<Direction>> registeredEnds = new LinkedHashMap<>();

    public EventWriter(EventLog log, Names names) {
        this.log = log;
        this.names = names;
    }

    public void write(Report report) {
        NodeName node = report.node();
        switch (report.observation()) {
            case Observation.PeerConnected seen -> peerConnected(report, seen);
            case Observation.PeerLost seen -> peerLost(report, seen);
            case Observation.DialFailed seen -> dialFailed(report, seen);
            case Observation.Misbehaved seen -> {
                String who = seen.peer() == null ? "a stranger" : nameOf(seen.peer());
                add(
                        report,
                        Kind.MISBEHAVIOUR,
                        Severity.WARNING,
                        linkWith(node, seen.peer()),
                        node + " got from " + who + " at " + seen.remote() + " "
                                + seen.misbehaviour().what() + " (" + seen.detail() + "); it answers: "
                                + seen.misbehaviour().penalty().text());
            }
            case Observation.Blacklisted seen -> blacklisted(report, seen.entry());
            case Observation.Unblacklisted seen ->
                add(
                        report,
                        Kind.NOTE,
                        Severity.INFO,
                        linkWith(node, seen.peer()),
                        node + " has " + nameOf(seen.peer()) + " no longer on its blacklist: " + seen.cause());
            case Observation.OrphanRemoved seen ->
                add(
                        report,
                        Kind.NOTE,
                        Severity.WARNING,
                        null,
                        node + " removed connection " + seen.connection()
                                + (seen.remote() == null ? "" : " with " + seen.remote()) + ": " + seen.cause());
            case Observation.WishFulfilled seen ->
                add(
                        report,
                        Kind.NOTE,
                        Severity.INFO,
                        null,
                        node + " has found as many peers as it wishes: " + seen.peers());
            case Observation.BlockMined seen ->
                add(
                        report,
                        Kind.BLOCK_MINED,
                        Severity.INFO,
                        null,
                        node + " mined block " + seen.hash().shortText() + " at height " + seen.height() + " with "
                                + count(seen.transactions(), "transaction"));
            case Observation.Reorganised seen ->
                add(
                        report,
                        Kind.REORGANISATION,
                        Severity.WARNING,
                        null,
                        node + " left tip " + seen.oldTip().shortText() + " (height " + seen.oldHeight() + ") for "
                                + seen.newTip().shortText() + " (height " + seen.newHeight() + "): "
                                + count(seen.removed(), "block") + " undone, " + seen.added() + " applied");
            case Observation.BlockRejected seen ->
                add(
                        report,
                        Kind.BLOCK_REJECTED,
                        Severity.WARNING,
                        linkWith(node, seen.from()),
                        node + " rejected block " + seen.hash()
                                + (seen.from() == null ? "" : " from " + nameOf(seen.from())) + ": " + seen.reason());
            case Observation.TransactionCreated seen ->
                add(
                        report,
                        Kind.TRANSACTION_SENT,
                        Severity.INFO,
                        null,
                        node + " sent transaction " + seen.hash().shortText());
            case Observation.QualityDecided seen ->
                add(
                        report,
                        Kind.NOTE,
                        Severity.INFO,
                        linkWith(node, seen.decision().peer()),
                        "For " + node + ", " + seen.decision().sentence(this::nameOf));
            case Observation.FloodStarted seen ->
                add(report, Kind.FLOOD_STARTED, Severity.WARNING, null, node + " floods: " + seen.description());
            case Observation.FloodEnded seen ->
                add(
                        report,
                        Kind.FLOOD_ENDED,
                        Severity.INFO,
                        null,
                        node + " ended its flood: " + count(seen.sent(), "message") + " sent, " + seen.heldBack()
                                + " held back");
            case Observation.PartitionSuspected seen ->
                add(
                        report,
                        Kind.PARTITION,
                        Severity.WARNING,
                        null,
                        node + " may be cut off: "
                                + String.join("; ", seen.suspicion().evidence()));
            case Observation.SuspicionEnded seen ->
                add(
                        report,
                        Kind.PARTITION,
                        Severity.INFO,
                        null,
                        node + " no longer suspects to be cut off, after "
                                + Duration.ofNanos(seen.lastedNanos()).toSeconds() + " s");
            // Tips and what travels are measured and not told; the others concern the node or who asked alone, and are
            // not even
            // reported.
            case Observation.TipAdvanced _,
                    Observation.Brought _,
                    Observation.TransactionBegan _,
                    Observation.RoundTripMeasured _,
                    Observation.TransactionRefused _ -> {}
        }
    }

    private void peerConnected(Report report, Observation.PeerConnected seen) {
        LinkId link = linkWith(report.node(), seen.peer());
        if (link == null) {
            add(
                    report,
                    Kind.LINK_UP,
                    Severity.INFO,
                    null,
                    report.node() + " is connected with " + stranger(seen.peer(), seen.remote()));
            return;
        }
        if (hasGuest(link)) {
            add(report, Kind.LINK_UP, Severity.INFO, link, report.node() + guestConnected(seen.peer()));
            return;
        }
        Set<Direction> ends = registeredEnds.computeIfAbsent(link, _ -> EnumSet.noneOf(Direction.class));
        if (ends.add(link.from(report.node())) && ends.size() == 2) {
            add(report, Kind.LINK_UP, Severity.INFO, link, link.a() + " and " + link.b() + " are connected");
        }
    }

    private void peerLost(Report report, Observation.PeerLost seen) {
        LinkId link = linkWith(report.node(), seen.peer());
        if (link == null) {
            add(
                    report,
                    Kind.LINK_DOWN,
                    Severity.INFO,
                    null,
                    report.node() + " lost " + stranger(seen.peer(), seen.remote()) + ": " + seen.cause());
            return;
        }
        if (hasGuest(link) || bothEndsWereUp(link, link.from(report.node()))) {
            add(
                    report,
                    Kind.LINK_DOWN,
                    Severity.WARNING,
                    link,
                    report.node() + " lost " + nameOf(seen.peer()) + ": " + seen.cause());
        }
    }

    /** Whether the link was up until this end lost it. */
    private boolean bothEndsWereUp(LinkId link, Direction lost) {
        Set<Direction> ends = registeredEnds.computeIfAbsent(link, _ -> EnumSet.noneOf(Direction.class));
        boolean wereUp = ends.size() == 2;
        ends.remove(lost);
        return wereUp;
    }

    private void blacklisted(Report report, BlacklistEntry entry) {
        String length = entry.expiresNanos() == Long.MAX_VALUE
                ? "for ever"
                : "for "
                        + Duration.ofNanos(entry.expiresNanos() - entry.sinceNanos())
                                .toSeconds() + " s";
        add(
                report,
                Kind.MISBEHAVIOUR,
                Severity.WARNING,
                linkWith(report.node(), entry.peer()),
                report.node() + " put " + nameOf(entry.peer()) + " on its blacklist " + length
                        + (entry.byUser() ? " by order: " : ": ") + entry.reason());
    }

    /** An address that does not answer fails again and again: told the 1st, 2nd, 4th, 8th … time. The blacklist is told of when it changes. */
    private void dialFailed(Report report, Observation.DialFailed seen) {
        if (seen.failure() == DialFailure.BLACKLISTED || Integer.bitCount(seen.failures()) != 1) {
            return;
        }
        NodeName listener = names.nameAt(seen.remote());
        LinkId link = listener == null || listener.equals(report.node()) ? null : LinkId.of(report.node(), listener);
        String who = listener == null ? seen.remote().toString() : listener + " (" + seen.remote() + ")";
        long waitMillis = Math.max(
                0, Duration.ofNanos(seen.nextTryNanos() - report.epochNanos()).toMillis());
        add(
                report,
                Kind.DIAL_FAILED,
                Severity.WARNING,
                link,
                report.node() + " could not connect to " + who + ": "
                        + seen.failure().text() + " ("
                        + count(seen.failures(), "failure") + " in a row, next try in "
                        + Math.ceilDiv(waitMillis, 1_000)
                        + " s)");
    }

    private void add(Report report, Kind kind, Severity severity, @Nullable LinkId link, String text) {
        log.addAt(report.epochNanos(), kind, severity, report.node(), link, text);
    }

    private @Nullable LinkId linkWith(NodeName node, @Nullable PeerId peer) {
        NodeName other = peer == null ? null : names.nameOf(peer);
        return other == null || other.equals(node) ? null : LinkId.of(node, other);
    }

    /** Whoever came uninvited has a name that says it. */
    private String guestConnected(PeerId peer) {
        NodeName name = names.nameOf(peer);
        boolean isInvited = name != null && names.isInvited(name);
        return " and " + nameOf(peer) + (isInvited ? ", a guest, are connected" : " are connected");
    }

    /** A guest tells nothing, so what our end says of the link is all that is told. */
    private boolean hasGuest(LinkId link) {
        return names.isGuest(link.a()) || names.isGuest(link.b());
    }

    private String nameOf(PeerId peer) {
        NodeName name = names.nameOf(peer);
        return name == null ? "stranger " + peer.shortText() : name.value();
    }

    private static String stranger(PeerId peer, Endpoint remote) {
        return "a stranger, " + peer.shortText() + " at " + remote;
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
