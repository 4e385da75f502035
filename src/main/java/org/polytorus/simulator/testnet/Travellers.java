package org.polytorus.simulator.testnet;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.testnet.PropagationSnapshot.Travel;

/** The latest blocks, or the latest transactions, on their way. What is not among them is counted and no more. */
final class Travellers {
    private final int max;
    private final NodeNumbers numbers;
    private final Map<Hash, Traveller> travellers = new LinkedHashMap<>();
    private final TravelTimes deliveryTimes = new TravelTimes();
    private final TravelTimes tipTimes = new TravelTimes();
    private final CopyCount copies = new CopyCount();
    private long forgotten;

    Travellers(int max, NodeNumbers numbers) {
        this.max = max;
        this.numbers = numbers;
    }

    /** Begins to follow something, unless it is followed already. */
    void begin(Traveller traveller) {
        if (travellers.putIfAbsent(traveller.hash, traveller) == null && travellers.size() > max) {
            Iterator<Traveller> oldestFirst = travellers.values().iterator();
            Traveller oldest = oldestFirst.next();
            oldestFirst.remove();
            deliveryTimes.forget(oldest.deliveries);
            tipTimes.forget(oldest.tips);
            forgotten++;
        }
    }

    @Nullable
    Traveller find(Hash hash) {
        return travellers.get(hash);
    }

    void followed(Traveller block, int node, long epochNanos) {
        long after = block.after(epochNanos);
        if (node != block.origin && block.tips.add(node, ArrivalList.UNKNOWN, after)) {
            tipTimes.add(after);
            block.changed();
        }
    }

    void announced(Hash hash, boolean known) {
        copies.announcement(known);
        Traveller traveller = find(hash);
        if (traveller != null) {
            traveller.copies.announcement(known);
            traveller.changed();
        }
    }

    /** @param from who brought it, by number */
    void delivered(Hash hash, int node, int from, boolean known, long epochNanos) {
        Traveller traveller = find(hash);
        if (traveller == null) {
            copies.data(known);
            return;
        }
        long after = traveller.after(epochNanos);
        boolean first = !known && node != traveller.origin && traveller.deliveries.add(node, from, after);
        if (first) {
            deliveryTimes.add(after);
        }
        copies.data(!first);
        traveller.copies.data(!first);
        traveller.changed();
    }

    Collection<Traveller> all() {
        return travellers.values();
    }

    TravelTimes tipTimes() {
        return tipTimes;
    }

    Travel travel() {
        return new Travel(
                deliveryTimes.count(),
                deliveryTimes.percentile(50),
                deliveryTimes.percentile(90),
                deliveryTimes.percentile(99),
                copies.copies(),
                forgotten);
    }

    NodeNumbers numbers() {
        return numbers;
    }
}
