package org.polytorus.simulator.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a node makes of the quality of its peers.
 *
 * @param enabled whether it acts on their scores
 * @param decisions what it decided lately because of a score, newest first
 * @param counts how often it decided each kind of thing; kinds that never occurred are missing
 */
public record QualityStats(boolean enabled, List<Decision> decisions, Map<Kind, Long> counts) {
    /** Of a node that does not act on scores. */
    public static final QualityStats OFF = new QualityStats(false, List.of(), Collections.emptyMap());

    public QualityStats {
        decisions = List.copyOf(decisions);
        Map<Kind, Long> ordered = new EnumMap<>(Kind.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
    }

    /** What can be decided by a score. */
    public enum Kind {
        FAN_OUT("other peer told first"),
        LEFT_OUT("left out of full blocks"),
        RATE_LIMIT("rate limit changed"),
        HELD_BACK("made to wait for a better holder"),
        ASKED_RATHER("asked rather than another"),
        REPLACED("replaced by a newcomer");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** How a person reads it. */
        public String text() {
            return text;
        }
    }

    /**
     * Something that would have been otherwise if all peers were alike. The same again is counted, not listed again.
     *
     * @param atNanos nanoseconds since the Unix epoch; the last time, if it was decided several times
     * @param peer whom it concerned
     * @param other whom it favoured or passed over besides, or null for nobody in particular
     * @param why the reason, for people
     * @param times how often the same was decided
     */
    public record Decision(
            long atNanos, Kind kind, PeerId peer, @Nullable PeerId other, String why, long times) {

        /** The decision for people; {@code names} gives the name of a peer. */
        public String sentence(Function<PeerId, String> names) {
            String what = names.apply(peer) + verb() + (other == null ? "" : names.apply(other));
            return what + ": " + why + (times == 1 ? "" : "; " + times + " times");
        }

        private String verb() {
            return switch (kind) {
                case FAN_OUT -> " is told before ";
                case LEFT_OUT -> " gets no full blocks";
                case RATE_LIMIT -> " has another rate limit";
                case HELD_BACK -> " announced first, but was not asked at once";
                case ASKED_RATHER -> " was asked rather than ";
                case REPLACED -> " had to give its place to ";
            };
        }
    }
}
