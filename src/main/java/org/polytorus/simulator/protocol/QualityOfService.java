package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.PeerScore;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.model.QualityStats.Kind;

/**
 * Scores every peer each second and, unless it is switched off, lets the scores decide: who is told first, how much each is
 * sent, who is asked. Switched off, it goes on measuring, so that the two can be compared.
 */
final class QualityOfService extends Timed {
    private static final Comparator<Connection> BEST_FIRST = Comparator.comparingInt(
                    (Connection peer) -> -peer.standing.points())
            .thenComparing(Connection::peerId);

    private final NodeContext context;
    private final PeerTable peers;
    private final HealthMonitor health;
    private final QualityLog log;
    private final FanOutWatch fanOut;
    private boolean enabled;
    /** The peers by their scores, until those or the peers change. */
    private List<Connection> byScore = List.of();

    private int byScoreAsOf = -1;
    /** The order in which they were when their fan-out was compared, and with which abilities. */
    private List<Connection> compared = List.of();

    private int comparedAsOf = -1;
    private long reviewedNanos;

    QualityOfService(NodeContext context, PeerTable peers, HealthMonitor health) {
        super(context);
        this.context = context;
        this.peers = peers;
        this.health = health;
        this.log = new QualityLog(context);
        this.fanOut = new FanOutWatch(log);
        this.enabled = context.settings.qualityOfService();
    }

    void setEnabled(boolean wished) {
        enabled = wished;
        peers.peers().forEach(this::limitRate);
    }

    boolean isEnabled() {
        return enabled;
    }

    void registered() {
        dueBy(context.nextBeatNanos());
    }

    /** The peers in the order in which they are told of something new. Not a copy, for loops that change nothing. */
    Collection<Connection> inOrder() {
        return enabled ? bestFirst() : peers.peers();
    }

    private List<Connection> bestFirst() {
        if (byScoreAsOf != peers.changes()) {
            List<Connection> sorted = new ArrayList<>(peers.peers());
            sorted.sort(BEST_FIRST);
            byScore = Collections.unmodifiableList(sorted);
            byScoreAsOf = peers.changes();
        }
        return byScore;
    }

    /** Whether others go before this peer when something is to be asked for. */
    boolean isPoor(Connection peer) {
        return enabled && peer.standing.isPoor();
    }

    /** Of several who have the same thing, the one to ask: the best, or without scores the first. {@code holders} is not empty. */
    Connection bestOf(Collection<Connection> holders) {
        Connection best = holders.iterator().next();
        for (Connection holder : holders) {
            boolean isBetter = holder.standing.points() > best.standing.points();
            best = enabled && isBetter ? holder : best;
        }
        return best;
    }

    /** Somebody who has something was not asked for it, since another one has it who is better. */
    void askedRather(Connection asked, Connection passedOver) {
        log.add(
                Kind.ASKED_RATHER,
                asked.peerId(),
                passedOver.peerId(),
                "it scores " + asked.standing.points() + ", the other " + passedOver.standing.points());
    }

    /** A poor peer was the first to have something. */
    void heldBack(Connection poor) {
        log.add(Kind.HELD_BACK, poor.peerId(), null, "it scores " + poor.standing.points());
    }

    void replaced(Connection leaving, PeerId newcomer) {
        String why = "it has scored less than " + Standing.POOR + " for "
                + TimeUnit.NANOSECONDS.toSeconds(leaving.standing.poorForNanos(context.now))
                + " s, now " + leaving.standing.points()
                + ", and is connected with other peers of this node without its help";
        context.observe(new Observation.QualityDecided(log.add(Kind.REPLACED, leaving.peerId(), newcomer, why)));
    }

    QualityStats stats() {
        return log.stats(enabled);
    }

    @Override
    void run() {
        boolean anyFailed = health.hasFailures();
        for (Connection peer : peers.peers()) {
            if (anyFailed || !peer.quality.isSettled()) {
                review(peer);
            }
        }
        reviewedNanos = context.now;
        if (enabled) {
            compareFanOut();
        }
        due(peers.peerCount() == 0 ? NEVER : context.nextBeatNanos());
    }

    private void review(Connection peer) {
        int before = peer.standing.points();
        peer.standing.update(peer.quality.review(health.failuresOf(peer), context.now), context.now);
        byScoreAsOf = peer.standing.points() == before ? byScoreAsOf : -1;
        limitRate(peer);
    }

    /** Seen twice, the same order of the same peers tells nothing new. */
    @SuppressWarnings("ReferenceEquality") // A new order is a new list.
    private void compareFanOut() {
        List<Connection> order = bestFirst();
        if (order != compared || comparedAsOf != context.abilityChanges) {
            fanOut.compare(order, peers.peers());
            compared = order;
            comparedAsOf = context.abilityChanges;
        }
    }

    /** A peer's score as of the last review, or null before enough is known. */
    @Nullable
    PeerScore scoreOf(Connection peer) {
        return peer.standing.score(peer.quality, reviewedNanos);
    }

    private void limitRate(Connection peer) {
        RateStep wished = enabled && peer.standing.isKnown() ? RateStep.of(peer.standing.points()) : RateStep.AS_WISHED;
        RateStep before = peer.rateStep;
        if (wished == before) {
            return;
        }
        peer.rateStep = wished;
        peer.limiter.scale(wished.factor(), context.now);
        if (enabled) {
            QualityStats.Decision decision = log.add(Kind.RATE_LIMIT, peer.peerId(), null, why(peer, wished));
            boolean isCutBack = wished.factor() < 1 && wished.factor() < before.factor();
            if (isCutBack) {
                context.observe(new Observation.QualityDecided(decision));
            }
        }
    }

    private String why(Connection peer, RateStep step) {
        String score = peer.standing.isKnown() ? "it scores " + peer.standing.points() : "its score is not known";
        return step.text() + " of the setting, since " + score;
    }

    /** The worst peer that has been poor for so long, and of which {@code mayGo} holds; null if there is none. */
    @Nullable
    Connection worst(long poorForNanos, Predicate<Connection> mayGo) {
        return peers.peers().stream()
                .filter(peer -> enabled && peer.standing.poorForNanos(context.now) >= poorForNanos)
                .filter(mayGo)
                .max(BEST_FIRST)
                .orElse(null);
    }
}
