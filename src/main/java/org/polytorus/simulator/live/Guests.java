package org.polytorus.simulator.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.GuestSpec;

/**
 * The programs in this testnet that are not ours: who is invited, who came, and under which names. Whoever speaks the
 * protocol and has the id of no node is a guest. May be used from any thread.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Whoever makes room for another guest need not wait for the resets.
final class Guests {

    /**
     * One guest.
     *
     * @param address where it listens, or null if only it dials
     * @param id its id when it was last met, or null before
     * @param invited whether a file or a person asked for it; else it came by itself
     */
    record Guest(
            NodeName name,
            @Nullable Endpoint address,
            @Nullable PeerId id,
            boolean invited) {

        private Guest met(PeerId as) {
            return new Guest(name, address, as, invited);
        }

        private boolean isExpected() {
            return invited && address == null;
        }
    }

    private final LinkRegistry registry;
    private final Map<NodeName, Guest> guests = new LinkedHashMap<>();
    private long unshown;

    Guests(LinkRegistry registry) {
        this.registry = registry;
    }

    /** Takes a guest in whose name and address are free. False if there are too many. */
    synchronized boolean invite(GuestSpec spec) {
        if (!hasRoom()) {
            return false;
        }
        guests.put(spec.name(), new Guest(spec.name(), spec.address(), null, true));
        if (spec.address() != null) {
            registry.listensAt(spec.name(), spec.address());
        }
        return true;
    }

    synchronized @Nullable Guest find(NodeName name) {
        return guests.get(name);
    }

    synchronized boolean isGuest(NodeName name) {
        return guests.containsKey(name);
    }

    /** In the order in which they were invited or came. */
    synchronized List<Guest> all() {
        return List.copyOf(guests.values());
    }

    /** How often somebody came for whom there was no place among the guests, and was served without being shown. */
    synchronized long unshown() {
        return unshown;
    }

    /** A guest that was dialled at its address says who it is; that may be another than the last time. */
    synchronized void answered(NodeName name, PeerId id) {
        Guest guest = guests.get(name);
        if (guest == null || id.equals(guest.id()) || isNode(id)) {
            return;
        }
        NodeName before = registry.nameOf(id);
        Guest elsewhere = before == null ? null : guests.get(before);
        if (elsewhere != null && elsewhere.invited()) {
            return;
        }
        if (elsewhere != null) {
            // The same program came by itself before: what it has dialled is reset and comes back under its right name.
            forget(elsewhere.name());
        }
        meet(guest, id);
    }

    /**
     * Somebody says who he is on a connection that belongs to no link yet. The link with the node from now on; null if he
     * is one of our nodes, or if there is no place for another guest.
     *
     * @param address where he was dialled, or null if he has dialled
     */
    synchronized @Nullable LiveLink arrived(PeerId id, NodeName node, @Nullable Endpoint address) {
        if (isNode(id)) {
            return null;
        }
        NodeName name = registry.nameOf(id);
        if (name == null) {
            name = newcomer(id, address);
        }
        return name == null ? null : registry.open(LinkId.of(name, node));
    }

    /** Takes a guest out, with its links; every connection on them is reset. */
    synchronized CompletableFuture<Void> forget(NodeName name) {
        guests.remove(name);
        return registry.forget(name);
    }

    private boolean isNode(PeerId id) {
        NodeName known = registry.nameOf(id);
        return known != null && !guests.containsKey(known);
    }

    private @Nullable NodeName newcomer(PeerId id, @Nullable Endpoint address) {
        Guest seat = address == null ? seat() : null;
        if (seat != null) {
            meet(seat, id);
            return seat.name();
        }
        if (!hasRoom()) {
            unshown++;
            return null;
        }
        NodeName name = nameOf(id);
        Guest guest = new Guest(name, address, null, false);
        if (address != null) {
            registry.listensAt(name, address);
        }
        meet(guest, id);
        return name;
    }

    /** Who is expected and never came goes first, then who has gone: a program that starts anew has another id. */
    private @Nullable Guest seat() {
        Guest free = first(guest -> guest.isExpected() && guest.id() == null);
        return free != null ? free : first(guest -> guest.isExpected() && hasGone(guest));
    }

    /** A dropped link keeps its guest's place: that one is away because the user wants it so. */
    private boolean hasGone(Guest guest) {
        return registry.linksOf(guest.name()).stream().noneMatch(link -> link.isInUse() || link.isDropped());
    }

    /** Whoever came by himself and has gone makes room, the first that came before the others. */
    private boolean hasRoom() {
        if (guests.size() >= GuestSpec.MAX_GUESTS) {
            Guest gone = first(guest -> !guest.invited() && hasGone(guest));
            if (gone != null) {
                forget(gone.name());
            }
        }
        return guests.size() < GuestSpec.MAX_GUESTS;
    }

    private @Nullable Guest first(Predicate<Guest> wanted) {
        return guests.values().stream().filter(wanted).findFirst().orElse(null);
    }

    private void meet(Guest guest, PeerId id) {
        guests.put(guest.name(), guest.met(id));
        registry.rename(guest.name(), Objects.requireNonNullElse(guest.id(), id), id);
    }

    private NodeName nameOf(PeerId id) {
        String text = "guest " + id.shortText();
        NodeName name = new NodeName(text);
        for (int i = 2; registry.isTaken(name) || guests.containsKey(name); i++) {
            name = new NodeName(text + " " + i);
        }
        return name;
    }
}
