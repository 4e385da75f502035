package org.polytorus.simulator.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.app.Snapshots;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

class GuestSummariesTest {
    private static final PeerId ID = PeerId.parse("3f2a91c0-0000-4000-8000-000000000001");

    @Test
    void theSummaryTellsWhatIsKnownOfAGuest() {
        RunSummary summary = summary(new GuestSnapshot(
                new NodeName("rusty"),
                Endpoint.loopback(8333),
                ID,
                "full_node",
                7,
                Snapshots.line("a").epochNanos()));
        assertThat(SummaryJson.of(summary))
                .contains(
                        "\"guests\"",
                        "\"node_type\" : \"full_node\"",
                        "\"connected_with\"",
                        "\"last_heard_seconds\" : 0.0");
        assertThat(SummaryText.of(summary))
                .contains(
                        "Guests: 1",
                        "  rusty at 127.0.0.1:8333, id " + ID + ", full_node, height 7, connected with nobody");
    }

    @Test
    void aGuestThatNeverCameIsToldAsThat() {
        RunSummary summary = summary(new GuestSnapshot(new NodeName("rusty"), null, null, "", 0, -1));
        assertThat(summary.guests().getFirst().lastHeardSeconds()).isNull();
        assertThat(SummaryText.of(summary)).contains("  rusty was never met");
    }

    private static RunSummary summary(GuestSnapshot guest) {
        TestnetSnapshot line = Snapshots.line("a", "b");
        TestnetSnapshot with = Altered.copy(line, "guests", List.of(guest));
        return Summaries.of(with, 1, Duration.ofSeconds(2), true, LinkEnds.of(with), 5, List.of(), null, null, null);
    }
}
