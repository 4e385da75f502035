package org.polytorus.simulator.host;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.Healing;
import org.polytorus.simulator.testnet.HealingClock;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetEvent.Kind;
import org.polytorus.simulator.testnet.TestnetEvent.Severity;

/** Shows the clock of healing every snapshot and tells people what it finds. For one thread. */
public final class HealingReport {
    /** Groups that are told with their sizes. */
    private static final int MOST_SIZES = 6;

    private static final double NANOS_PER_SECOND = 1e9;

    private final HealingClock clock = new HealingClock();
    private final EventLog events;
    private long eventsSeen;

    public HealingReport(EventLog events) {
        this.events = events;
    }

    /** How the last mending went as of this snapshot, or null. */
    public @Nullable Healing look(
            long epochNanos, Collection<? extends HealingClock.Follower> running, List<List<NodeName>> components) {
        for (HealingClock.Turn turn : clock.look(epochNanos, running, components)) {
            switch (turn) {
                case CUT -> tell(epochNanos, Severity.WARNING, "The network is cut into " + sizes(components));
                case WHOLE -> {
                    Duration cut = Duration.ofNanos(epochNanos - clock.cutNanos());
                    tell(epochNanos, Severity.INFO, "The network is whole again after " + seconds(cut.toNanos()));
                }
                case ONE_TIP -> tell(epochNanos, Severity.INFO, oneTip(clock.healing()));
            }
        }
        forgetRestarted();
        return clock.healing();
    }

    /** After the look, since a node may have started again after the picture that was looked at was taken. */
    private void forgetRestarted() {
        for (TestnetEvent event : events.after(eventsSeen)) {
            eventsSeen = event.sequence();
            NodeName node = event.node();
            if (event.kind() == Kind.NODE_STARTED && node != null) {
                clock.started(node);
            }
        }
    }

    /** As {@link HealingClock#mayTurn}. */
    public boolean mayTurn(int components) {
        return clock.mayTurn(components);
    }

    /** How the last mending went, or null before the first. */
    public @Nullable Healing latest() {
        return clock.healing();
    }

    private void tell(long epochNanos, Severity severity, String text) {
        events.addAt(epochNanos, Kind.PARTITION, severity, null, null, text);
    }

    private static String oneTip(@Nullable Healing healing) {
        long nanos = healing == null ? 0 : healing.oneTipNanos() - healing.healedNanos();
        return "One tip " + seconds(nanos) + " after the network was whole again";
    }

    private static String sizes(List<List<NodeName>> components) {
        String sizes = components.stream()
                .limit(MOST_SIZES)
                .map(group -> Integer.toString(group.size()))
                .collect(Collectors.joining(" + "));
        return components.size() + " groups: " + sizes + (components.size() > MOST_SIZES ? " + …" : "") + " nodes";
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / NANOS_PER_SECOND);
    }
}
