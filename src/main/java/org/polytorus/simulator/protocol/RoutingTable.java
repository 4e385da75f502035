package org.polytorus.simulator.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;

/**
 * The nodes that a node can ask, in a bucket for each number of first bits that their keys share with its own: it knows many
 * of its surroundings and a few of everywhere else.
 */
final class RoutingTable {
    private final Hash self;
    /** By the number of shared bits; at most {@link KeySpace#BITS}, but of all nodes there are hardly ever in more than ten. */
    private final TreeMap<Integer, Bucket> buckets = new TreeMap<>();

    RoutingTable(PeerId self) {
        this.self = KeySpace.keyOf(self);
    }

    Hash self() {
        return self;
    }

    /** Takes note of a node that has just been heard from; if there is no room, answers who should be checked first. */
    @Nullable
    Contact saw(Contact seen) {
        Bucket bucket = bucketOf(seen.key());
        return bucket == null ? null : bucket.saw(seen);
    }

    /** A node was asked and did not answer. */
    void failed(PeerId peer) {
        Bucket bucket = bucketOf(KeySpace.keyOf(peer));
        if (bucket != null) {
            bucket.failed(peer);
        }
    }

    /** The nodes that are nearest to a key, nearest first, without {@code except}. */
    List<Contact> closest(Hash target, int count, @Nullable PeerId except) {
        return buckets.values().stream()
                .flatMap(bucket -> bucket.contacts().stream())
                .filter(contact -> !contact.peer().equals(except))
                .sorted(Comparator.comparing(contact -> KeySpace.distance(contact.key(), target)))
                .limit(count)
                .toList();
    }

    /** Somebody was looked for at this key. */
    void lookedUp(Hash target, long nowNanos) {
        Bucket bucket = bucketOf(target);
        if (bucket != null) {
            bucket.lookedUp(nowNanos);
        }
    }

    /** A key in a bucket with contacts in which nobody was looked for since {@code beforeNanos}, or null. */
    @Nullable
    Hash stale(long beforeNanos, RandomGenerator random) {
        for (Map.Entry<Integer, Bucket> entry : buckets.entrySet()) {
            Bucket bucket = entry.getValue();
            if (bucket.size() > 0 && bucket.lookedUpNanos() < beforeNanos) {
                return KeySpace.randomSharing(self, entry.getKey(), random);
            }
        }
        return null;
    }

    void gauge(Gauge gauge) {
        gauge.holds("buckets", buckets.size(), KeySpace.BITS);
        buckets.values().forEach(bucket -> bucket.gauge(gauge));
    }

    int size() {
        return buckets.values().stream().mapToInt(Bucket::size).sum();
    }

    int filledBuckets() {
        return (int)
                buckets.values().stream().filter(bucket -> bucket.size() > 0).count();
    }

    /** The node itself is in no bucket. */
    private @Nullable Bucket bucketOf(Hash key) {
        int shared = KeySpace.sharedBits(self, key);
        return shared == KeySpace.BITS ? null : buckets.computeIfAbsent(shared, _ -> new Bucket());
    }
}
