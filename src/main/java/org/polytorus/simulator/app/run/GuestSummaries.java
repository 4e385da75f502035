package org.polytorus.simulator.app.run;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Turns what is known of guests into {@link RunSummary.Guest}. */
final class GuestSummaries {
    private static final double MILLIS_PER_SECOND = 1e3;

    private GuestSummaries() {}

    static List<RunSummary.Guest> of(TestnetSnapshot snapshot) {
        return snapshot.guests().stream().map(guest -> guest(guest, snapshot)).toList();
    }

    private static RunSummary.Guest guest(GuestSnapshot guest, TestnetSnapshot snapshot) {
        List<String> connectedWith = snapshot.nodes().stream()
                .filter(node ->
                        node.peers().stream().anyMatch(peer -> guest.name().equals(peer.name())))
                .map(node -> node.name().value())
                .toList();
        return new RunSummary.Guest(
                guest.name().value(),
                Objects.toString(guest.address(), null),
                Objects.toString(guest.id(), null),
                guest.nodeType(),
                guest.bestHeight(),
                connectedWith,
                secondsSince(guest.lastHeardNanos(), snapshot.epochNanos()));
    }

    private static @Nullable Double secondsSince(long epochNanos, long nowNanos) {
        return epochNanos < 0
                ? null
                : Double.valueOf(TimeUnit.NANOSECONDS.toMillis(nowNanos - epochNanos) / MILLIS_PER_SECOND);
    }
}
