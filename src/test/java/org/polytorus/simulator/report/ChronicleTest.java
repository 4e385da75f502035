package org.polytorus.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetEvent.Kind;
import org.polytorus.simulator.testnet.TestnetEvent.Severity;

class ChronicleTest {
    private final Chronicle chronicle = new Chronicle(new RunFacts("t", "", "1", List.of(), 1, true));

    @Test
    void aPartitionIsABandFromItsMakingToItsHealingAndWhatItCutIsRemembered() {
        RunStory story = Played.splitAndHealed(6, Duration.ofSeconds(10));
        assertThat(story.bands()).singleElement().satisfies(band -> {
            assertThat(band.text()).isEqualTo("west | east");
            assertThat(band.from()).isEqualTo(Duration.ofSeconds(10));
            assertThat(band.until()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21));
        });
        assertThat(story.everCut())
                .contains(LinkId.of(new NodeName("node3"), new NodeName("node4")))
                .hasSize(2);
        assertThat(story.last().partitions()).isEmpty();
        assertThat(story.ran()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void ordinaryEventsAndThoseBeyondTheBoundAreCountedAndNotKept() {
        chronicle.look(Duration.ZERO, SnapshotFixtures.ring(3).build());
        List<TestnetEvent> events = new ArrayList<>();
        for (int i = 1; i <= Chronicle.MAX_EVENTS + 5; i++) {
            events.add(event(i, Kind.REORGANISATION));
        }
        events.add(event(9_999, Kind.BLOCK_MINED));
        chronicle.events(events, 3);
        RunStory story = chronicle.story(Duration.ofSeconds(1), List.of());
        assertThat(story.events()).hasSize(Chronicle.MAX_EVENTS);
        assertThat(story.moreEvents()).isEqualTo(6);
        assertThat(story.lostEvents()).isEqualTo(3);
    }

    @Test
    void nobodyIsAskedForASnapshotUntilOneIsDue() {
        chronicle.look(Duration.ZERO, SnapshotFixtures.ring(3).build());
        List<String> asked = new ArrayList<>();
        chronicle.lookIfDue(Duration.ofMillis(1), () -> {
            asked.add("too soon");
            return SnapshotFixtures.ring(3).build();
        });
        assertThat(asked).isEmpty();
    }

    private static TestnetEvent event(long sequence, Kind kind) {
        return new TestnetEvent(sequence, sequence, kind, Severity.INFO, null, null, "text");
    }
}
