package org.polytorus.simulator.chain;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was lately looked up or put in; what has not been used for longest goes when the weight exceeds the bound. For one thread. */
public final class Recent<K, V> {
    private final long maxWeight;
    /** In the order of use, the latest last. */
    private final Map<K, Weighed<V>> entries = new LinkedHashMap<>(16, 0.75f, true);

    private long weight;

    private record Weighed<V>(V value, int weight) {}

    /** One that holds so much and no more. */
    public Recent(long maxWeight) {
        this.maxWeight = maxWeight;
    }

    /** The value under a key, which counts as used now; null if there is none. */
    public @Nullable V get(K key) {
        Weighed<V> found = entries.get(key);
        return found == null ? null : found.value();
    }

    /** Puts a value in, in place of another under the same key; one heavier than the bound does not stay. */
    public void put(K key, V value, int valueWeight) {
        Weighed<V> before = entries.put(key, new Weighed<>(value, valueWeight));
        weight += valueWeight - (before == null ? 0 : before.weight());
        Iterator<Weighed<V>> oldestFirst = entries.values().iterator();
        while (weight > maxWeight) {
            weight -= oldestFirst.next().weight();
            oldestFirst.remove();
        }
    }

    public int size() {
        return entries.size();
    }

    public long weight() {
        return weight;
    }
}
