package org.polytorus.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarriedTest {
    private final Carried<String> carried = new Carried<>();
    private final List<String> taken = new ArrayList<>();

    private void take() {
        carried.takeFirst(
                (frame, bytes, entered, leaves) -> taken.add(frame + " " + bytes + " " + entered + " " + leaves));
    }

    @Test
    void framesComeOutInTheirOrderWithTheirFiguresHoweverManyCameAndWent() {
        List<String> expected = new ArrayList<>();
        int added = 0;
        for (int round = 1; round <= 12; round++) {
            for (int i = 0; i < round; i++) {
                carried.add("frame" + added, added + 1, added + 2, added + 3);
                expected.add("frame" + added + " " + (added + 1) + " " + (added + 2) + " " + (added + 3));
                assertThat(carried.lastLeavesNanos()).isEqualTo(added + 3);
                added++;
            }
            for (int i = 0; i < round / 2 + 1; i++) {
                take();
            }
            assertThat(carried.size()).isEqualTo(added - taken.size());
        }
        while (!carried.isEmpty()) {
            take();
        }
        assertThat(taken).isEqualTo(expected);
    }

    @Test
    void aFrameHasLeftAtItsTimeAndNotBefore() {
        assertThat(carried.hasLeft(100)).isFalse();
        carried.add("frame", 1, 0, 10);
        assertThat(carried.hasLeft(9)).isFalse();
        assertThat(carried.hasLeft(10)).isTrue();
    }

    @Test
    void thereIsRoomForSoManyFramesAndForAnotherWhenOneIsTakenOut() {
        for (int i = 0; i < Carried.MAX_FRAMES; i++) {
            assertThat(carried.hasRoom(1)).isTrue();
            carried.add("frame", 1, 0, i);
        }
        assertThat(carried.hasRoom(1)).isFalse();
        take();
        assertThat(carried.hasRoom(1)).isTrue();
    }

    @Test
    void thereIsRoomForSoManyBytesAndForAsManyAsAreTakenOut() {
        carried.add("small", 100, 0, 1);
        assertThat(carried.hasRoom(Carried.MAX_BYTES - 100)).isTrue();
        assertThat(carried.hasRoom(Carried.MAX_BYTES - 99)).isFalse();
        carried.add("large", Carried.MAX_BYTES - 100, 0, 2);
        assertThat(carried.hasRoom(1)).isFalse();
        take();
        assertThat(carried.hasRoom(100)).isTrue();
        assertThat(carried.hasRoom(101)).isFalse();
    }
}
