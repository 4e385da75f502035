package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.NodeDraft.Address;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;

/** Who listens where, and whether two want the same port. */
final class Ports {
    private final Problems problems;

    Ports(Problems problems) {
        this.problems = problems;
    }

    /** A port that is taken. */
    private record Claim(NodeName node, Address address, boolean http) {}

    /** Notes each port that is claimed twice. Port 0 is none: it takes a free one. */
    void check(Map<NodeName, NodeDraft> nodes) {
        Map<Integer, List<Claim>> byPort = new LinkedHashMap<>();
        nodes.forEach((name, node) -> {
            claim(byPort, name, node.listen, false);
            claim(byPort, name, node.http, true);
        });
        byPort.values().forEach(this::checkClaims);
    }

    /** The node that listens at an address, as its file writes it or as it was narrowed; null if none does. */
    static @Nullable NodeName listenerAt(Address dialled, Map<NodeName, NodeDraft> nodes) {
        for (Map.Entry<NodeName, NodeDraft> entry : nodes.entrySet()) {
            NodeDraft node = entry.getValue();
            if (isMeant(node.listen, dialled) || isMeant(node.listenOfFile, dialled)) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** Whether {@code node} will be found when {@code dialled} is dialled. */
    static boolean listensAt(@Nullable NodeDraft node, Endpoint dialled) {
        return node != null && node.listen != null && isReachedAt(node.listen, dialled);
    }

    private static boolean isMeant(@Nullable Address listen, Address dialled) {
        return listen != null
                && (isReachedAt(listen, dialled.used()) || listen.written().equals(dialled.written()));
    }

    private static boolean isReachedAt(Address listen, Endpoint dialled) {
        Endpoint used = listen.used();
        boolean everywhere = used.address().isUnspecified() && dialled.address().isLoopback();
        return used.port() == dialled.port()
                && used.port() != 0
                && (everywhere || used.address().equals(dialled.address()));
    }

    private static void claim(
            Map<Integer, List<Claim>> byPort, NodeName name, @Nullable Address address, boolean http) {
        if (address != null && address.used().port() != 0) {
            byPort.computeIfAbsent(address.used().port(), _ -> new ArrayList<>())
                    .add(new Claim(name, address, http));
        }
    }

    private void checkClaims(List<Claim> claims) {
        for (int i = 1; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            for (Claim earlier : claims.subList(0, i)) {
                if (clash(claim.address().used(), earlier.address().used())) {
                    report(claim, earlier);
                    break;
                }
            }
        }
    }

    private static boolean clash(Endpoint one, Endpoint other) {
        return one.address().isUnspecified()
                || other.address().isUnspecified()
                || one.address().equals(other.address());
    }

    private void report(Claim claim, Claim earlier) {
        String message = "found " + claim.address().written() + ", which node " + earlier.node() + " has too ("
                + earlier.address().place().reference()
                + "), expected a port for each; take another, or 0 for a free one";
        if (claim.http() || earlier.http()) {
            problems.warning(claim.address().place(), message);
        } else {
            problems.error(claim.address().place(), message);
        }
    }
}
