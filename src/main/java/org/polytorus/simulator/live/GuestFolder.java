package org.polytorus.simulator.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.GuestSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;

/**
 * Puts together what all nodes know of the guests. What was known of one lasts while it is away, and goes with the guest.
 * For one thread.
 */
final class GuestFolder {
    private static final long NEVER = -1;

    private final Guests guests;
    private Map<NodeName, GuestSnapshot> known = new TreeMap<>();

    GuestFolder(Guests guests) {
        this.guests = guests;
    }

    /** The guests in the order of their names. */
    List<GuestSnapshot> fold(Collection<NodeSnapshot> nodes) {
        Map<NodeName, GuestSnapshot> folded = new TreeMap<>();
        for (Guests.Guest guest : guests.all()) {
            folded.put(guest.name(), begin(guest, known.get(guest.name())));
        }
        for (NodeSnapshot node : nodes) {
            for (NodeSnapshot.PeerSnapshot peer : node.peers()) {
                NodeName name = peer.name();
                if (name != null) {
                    folded.computeIfPresent(name, (_, guest) -> seen(guest, peer));
                }
            }
        }
        known = folded;
        return List.copyOf(folded.values());
    }

    /** More guests than are shown is a problem that lasts, in words. */
    List<String> problems() {
        long unshown = guests.unshown();
        return unshown == 0
                ? List.of()
                : List.of(
                        "More programs than " + GuestSpec.MAX_GUESTS + " take part as guests: " + unshown
                                + " connections of further ones are served without being shown. Detach guests that you do not need.");
    }

    private static GuestSnapshot begin(Guests.Guest guest, @Nullable GuestSnapshot before) {
        return before != null && guest.id() != null && guest.id().equals(before.id())
                ? before
                : new GuestSnapshot(guest.name(), guest.address(), guest.id(), "", 0, NEVER);
    }

    private static GuestSnapshot seen(GuestSnapshot guest, NodeSnapshot.PeerSnapshot peer) {
        return new GuestSnapshot(
                guest.name(),
                guest.address(),
                guest.id(),
                peer.nodeType().isEmpty() ? guest.nodeType() : peer.nodeType(),
                Math.max(guest.bestHeight(), peer.bestHeight()),
                Math.max(guest.lastHeardNanos(), peer.lastHeardNanos()));
    }
}
