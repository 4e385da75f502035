package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.model.QualityStats.Decision;
import org.polytorus.simulator.model.QualityStats.Kind;

/** What was decided because of scores: the latest in words, all of it in numbers. */
final class QualityLog {
    /** Decisions that are kept in words. */
    static final int MAX_DECISIONS = 50;

    private final NodeContext context;
    private final Map<Key, Decision> decisions = new LinkedHashMap<>();
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

    private record Key(Kind kind, PeerId peer, @Nullable PeerId other) {}

    QualityLog(NodeContext context) {
        this.context = context;
    }

    Decision add(Kind kind, PeerId peer, @Nullable PeerId other, String why) {
        Key key = new Key(kind, peer, other);
        Decision before = decisions.remove(key);
        Decision decision = new Decision(context.now, kind, peer, other, why, before == null ? 1 : before.times() + 1);
        decisions.put(key, decision);
        if (decisions.size() > MAX_DECISIONS) {
            decisions.remove(decisions.keySet().iterator().next());
        }
        counts.merge(kind, 1L, Long::sum);
        return decision;
    }

    QualityStats stats(boolean enabled) {
        return new QualityStats(enabled, new ArrayList<>(decisions.values()).reversed(), counts);
    }
}
