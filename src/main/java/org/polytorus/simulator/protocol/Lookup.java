package org.polytorus.simulator.protocol;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;

/**
 * The search for the nodes that are nearest to a key: asks the nearest that are known, three at a time, for nearer ones,
 * until the nearest sixteen have all answered. Says whom to ask and is told what came of it; sends nothing itself.
 */
final class Lookup {
    /** Kademlia's alpha. */
    static final int PARALLELISM = 3;

    /** Nodes that are asked in one search: nodes that make up ever nearer ones must not keep it going for ever. */
    static final int MAX_ASKED = 64;

    private final Hash target;
    private final Hash self;
    /** By distance. Each that is asked adds at most as many as a bucket holds. */
    private final TreeMap<Hash, Candidate> candidates = new TreeMap<>();

    private int asked;

    private enum Stage {
        KNOWN,
        ASKED,
        ANSWERED,
        SILENT
    }

    private static final class Candidate {
        final Contact contact;
        /** How many nodes it took to hear of this one. */
        final int hops;

        Stage stage = Stage.KNOWN;

        Candidate(Contact contact, int hops) {
            this.contact = contact;
            this.hops = hops;
        }
    }

    /** Searches on behalf of the node with the key {@code self}, which is no result of it. */
    Lookup(Hash target, Hash self) {
        this.target = target;
        this.self = self;
    }

    Hash target() {
        return target;
    }

    /** A node that the searcher knows by itself. */
    void known(Contact contact) {
        add(contact, 1);
    }

    /** Whom to ask now, or null if nobody. From then on an answer or a failure is awaited. */
    @Nullable
    Contact next() {
        if (count(Stage.ASKED) >= PARALLELISM || asked >= MAX_ASKED) {
            return null;
        }
        Candidate next = nearest()
                .filter(candidate -> candidate.stage == Stage.KNOWN)
                .findFirst()
                .orElse(null);
        if (next == null) {
            return null;
        }
        next.stage = Stage.ASKED;
        asked++;
        return next.contact;
    }

    /** A node has answered, asked or not, with these. */
    void answered(Contact by, List<Contact> found) {
        add(by, 1);
        Candidate candidate = candidates.get(KeySpace.distance(by.key(), target));
        int hops = candidate == null ? 1 : candidate.hops;
        if (candidate != null) {
            candidate.stage = Stage.ANSWERED;
        }
        found.stream().limit(Bucket.SIZE).forEach(contact -> add(contact, hops + 1));
    }

    /** A node that was asked is not going to answer. */
    void failed(PeerId peer) {
        Candidate candidate = candidates.get(KeySpace.distance(KeySpace.keyOf(peer), target));
        if (candidate != null) {
            candidate.stage = Stage.SILENT;
        }
    }

    boolean isDone() {
        boolean mayAsk = asked < MAX_ASKED && nearest().anyMatch(candidate -> candidate.stage == Stage.KNOWN);
        return !mayAsk && count(Stage.ASKED) == 0;
    }

    /** The nearest nodes that have answered, nearest first. */
    List<Contact> closest() {
        return candidates.values().stream()
                .filter(candidate -> candidate.stage == Stage.ANSWERED)
                .limit(Bucket.SIZE)
                .map(candidate -> candidate.contact)
                .toList();
    }

    /** How many nodes told each other's names until the nearest was found: 0 if nobody answered. */
    int hops() {
        return candidates.values().stream()
                .filter(candidate -> candidate.stage == Stage.ANSWERED)
                .findFirst()
                .map(candidate -> candidate.hops)
                .orElse(0);
    }

    /** The sixteen that count: those that do not answer are not among them. */
    private Stream<Candidate> nearest() {
        return candidates.values().stream()
                .filter(candidate -> candidate.stage != Stage.SILENT)
                .limit(Bucket.SIZE);
    }

    private long count(Stage stage) {
        return candidates.values().stream()
                .filter(candidate -> candidate.stage == stage)
                .count();
    }

    private void add(Contact contact, int hops) {
        if (!contact.key().equals(self)) {
            candidates.putIfAbsent(KeySpace.distance(contact.key(), target), new Candidate(contact, hops));
        }
    }
}
