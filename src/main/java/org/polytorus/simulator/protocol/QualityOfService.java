package org.polytorus.simulator.protocol;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.model.QualityStats.Kind;

/**
 * Scores every peer each second and, unless it is switched off, lets the scores decide: who is told first, how much each is
 * sent, who is asked. Switched off, it goes on measuring, so that the two can be compared.
 */
final class QualityOfService implements Timed {
    private static final long REVIEW_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Comparator<Connection> BEST_FIRST = Comparator.comparingInt(
                    (Connection peer) -> -peer.standing.points())
            .thenComparing(Connection::peerId);

    private final NodeContext context;
    private final PeerTable peers;
    private final HealthMonitor health;
    private final QualityLog log;
    private final FanOutWatch fanOut;
    private boolean enabled;
    private long nextDue = NEVER;

    QualityOfService(NodeContext context, PeerTable peers, HealthMonitor health) {
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
        nextDue = Math.min(nextDue, context.now + REVIEW_NANOS);
    }

    /** The peers in the order in which they are told of something new. Not a copy, for loops that change nothing. */
    Collection<Connection> inOrder() {
        return enabled ? bestFirst() : peers.peers();
    }

    private List<Connection> bestFirst() {
        return peers.peers().stream().sorted(BEST_FIRST).toList();
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
    public long nextDueNanos() {
        return nextDue;
    }

    @Override
    public void run() {
        for (Connection peer : peers.peers()) {
            peer.quality.judgePings(context.now);
            peer.standing.update(
                    Scorer.score(peer.quality.measured(health.failuresOf(peer), context.now)), context.now);
            limitRate(peer);
        }
        if (enabled) {
            fanOut.compare(bestFirst(), peers.peers());
        }
        nextDue = peers.peerCount() == 0 ? NEVER : context.now + REVIEW_NANOS;
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
