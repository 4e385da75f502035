package org.polytorus.simulator.app.virtual;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.testnet.TestnetEvent;

/** Hears what one event of a simulation was about. For one thread. */
final class StepWitness implements Recorder {
    private static final String UNHEARD =
            "A timer rang, or a connection went a step on: nothing that a node would tell";

    private boolean listening;
    private @Nullable String arrived;
    private @Nullable String told;

    /** Listens from here on. */
    void begin() {
        listening = true;
        arrived = null;
        told = null;
    }

    /** What was heard, in words; nothing more is heard until the next beginning. */
    String end() {
        listening = false;
        if (arrived != null && told != null) {
            return arrived + ": " + told;
        }
        return arrived != null ? arrived : told != null ? told : UNHEARD;
    }

    @Override
    public void event(TestnetEvent event) {
        if (listening && told == null) {
            told = event.text();
        }
    }

    @Override
    public void delivered(long epochNanos, LinkId link, Direction direction, byte[] payload) {
        if (listening) {
            arrived = nameOf(payload) + " has arrived, " + link.sender(direction) + " → " + link.receiver(direction);
        }
    }

    /** The kind stands first, as bincode writes it. */
    private static String nameOf(byte[] payload) {
        MessageKind kind = payload.length < Integer.BYTES
                ? null
                : MessageKind.ofTag(
                        ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).getInt());
        return kind == null ? "Something unreadable" : kind.wireName();
    }
}
