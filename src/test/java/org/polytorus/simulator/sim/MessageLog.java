package org.polytorus.simulator.sim;

import java.util.ArrayList;
import java.util.List;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.testnet.TestnetEvent;

/** Keeps a line for each event and each message that arrived. */
final class MessageLog implements Recorder {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void event(TestnetEvent event) {
        lines.add(event.toString());
    }

    @Override
    public void delivered(long epochNanos, LinkId link, Direction direction, byte[] payload) {
        lines.add(epochNanos + " " + link.sender(direction) + " " + payload.length);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void clear() {
        lines.clear();
    }
}
