package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.PeerInfo;

/**
 * Every address of a node that this node knows, from its own connections or from hearsay. An address that does not work is
 * left alone for as many seconds as it has failed; hearsay that has never worked is struck out in the end.
 */
final class AddressBook {
    /** Where there is no room, hearsay goes before what has worked, and what is known longest before the newest. */
    static final int MAX_ADDRESSES = 1_000;

    private static final int MAX_HEARSAY_FAILURES = 3;
    /** After so many in a row an address that has worked is as good as any hearsay. */
    private static final int MAX_PROVEN_FAILURES = 10;

    private static final int MAX_BACK_OFF_SECONDS = 300;
    /** The loss of the connection, which is booked as a failure too, and two dials. */
    private static final int FAILURES_OF_SILENT = 3;

    private final Map<Endpoint, Entry> entries = new LinkedHashMap<>();
    /** Entries that have failed often. */
    private int failedOften;

    private static final class Entry {
        PeerInfo info;
        boolean hasWorked;
        int failures;
        long restsUntilNanos;
        long failedNanos;

        Entry(PeerInfo info) {
            this.info = shared(info);
        }

        /** Tables of thousands of nodes hold this text again and again. */
        private static PeerInfo shared(PeerInfo info) {
            return new PeerInfo(
                    info.peerId(),
                    info.address(),
                    info.lastSeenSeconds(),
                    info.bestHeight(),
                    NodeType.shared(info.nodeType()));
        }

        boolean hasFailedOften() {
            return failures >= FAILURES_OF_SILENT;
        }

        boolean isSilent(long sinceNanos) {
            return hasFailedOften() && failedNanos > sinceNanos;
        }
    }

    /** This node was connected to a peer at this address that it had dialled. */
    void worked(PeerInfo info) {
        Entry entry = put(info);
        entry.info = Entry.shared(info);
        entry.hasWorked = true;
        failedOften -= entry.hasFailedOften() ? 1 : 0;
        entry.failures = 0;
        entry.restsUntilNanos = 0;
    }

    /** Somebody says so; true if the address is new. What this node has seen for itself is not overwritten. */
    boolean heard(PeerInfo info) {
        Entry known = entries.get(info.address());
        if (known == null) {
            put(info);
        } else if (!known.hasWorked) {
            known.info = Entry.shared(info);
        }
        return known == null;
    }

    /** A dial to the address came to nothing. */
    void failed(Endpoint address, long nowNanos) {
        Entry entry = entries.get(address);
        if (entry == null) {
            return;
        }
        entry.failures++;
        failedOften += entry.failures == FAILURES_OF_SILENT ? 1 : 0;
        entry.failedNanos = nowNanos;
        if (!entry.hasWorked && entry.failures >= MAX_HEARSAY_FAILURES) {
            remove(address);
        } else {
            entry.restsUntilNanos = nowNanos + TimeUnit.SECONDS.toNanos(Math.min(entry.failures, MAX_BACK_OFF_SECONDS));
        }
    }

    /** The address is not worth a dial, ever. */
    void remove(Endpoint address) {
        Entry removed = entries.remove(address);
        failedOften -= removed != null && removed.hasFailedOften() ? 1 : 0;
    }

    /** Whether a dial makes sense now. */
    boolean isRested(Endpoint address, long nowNanos) {
        Entry entry = entries.get(address);
        return entry != null && entry.restsUntilNanos <= nowNanos;
    }

    /** Whether the address was lost and at least two dials since then were in vain, the last after {@code sinceNanos}. */
    boolean isSilent(Endpoint address, long sinceNanos) {
        Entry entry = entries.get(address);
        return entry != null && entry.isSilent(sinceNanos);
    }

    /** How many addresses may be silent as {@link #isSilent} means it. */
    int silentAtMost() {
        return failedOften;
    }

    /** An address of a peer, or null. */
    @Nullable
    Endpoint addressOf(PeerId peer) {
        for (Entry entry : entries.values()) {
            if (entry.info.peerId().equals(peer)) {
                return entry.info.address();
            }
        }
        return null;
    }

    /** A copy of everything, oldest entry first. */
    List<PeerInfo> all() {
        List<PeerInfo> infos = new ArrayList<>();
        entries.values().forEach(entry -> infos.add(entry.info));
        return infos;
    }

    /** What this node has been connected to itself, oldest entry first. */
    List<PeerInfo> thatWorked() {
        List<PeerInfo> infos = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.hasWorked) {
                infos.add(entry.info);
            }
        }
        return infos;
    }

    /** The addresses that this node has dialled with success and that have not failed again and again since. */
    List<PeerInfo> proven() {
        return entries.values().stream()
                .filter(entry -> entry.hasWorked && entry.failures < MAX_PROVEN_FAILURES)
                .map(entry -> entry.info)
                .toList();
    }

    void gauge(Gauge gauge) {
        gauge.holds("addresses in the book", entries.size(), MAX_ADDRESSES);
    }

    int size() {
        return entries.size();
    }

    private Entry put(PeerInfo info) {
        Entry entry = entries.computeIfAbsent(info.address(), _ -> new Entry(info));
        if (entries.size() > MAX_ADDRESSES) {
            remove(leastWorth());
        }
        return entry;
    }

    private Endpoint leastWorth() {
        for (Map.Entry<Endpoint, Entry> entry : entries.entrySet()) {
            if (!entry.getValue().hasWorked) {
                return entry.getKey();
            }
        }
        return entries.keySet().iterator().next();
    }
}
