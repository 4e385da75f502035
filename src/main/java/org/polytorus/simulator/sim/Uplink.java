package org.polytorus.simulator.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.SharedLine;
import org.polytorus.simulator.link.SharedLine.Stream;
import org.polytorus.simulator.model.Bandwidth;

/** The line on which a node in virtual time sends: the {@link SharedLine} with an alarm for the next message that has left. */
final class Uplink {
    private final EventQueue queue;
    private final SharedLine line;
    private final Alarm alarm = Alarm.of(this::ring);
    /** Whose stream is whose; bounded by the node's connections. */
    private final Map<Stream, Outlet> sending = new LinkedHashMap<>();

    /** @param upload its rate, or null for no limit but those of the other ends */
    Uplink(EventQueue queue, @Nullable Bandwidth upload) {
        this.queue = queue;
        line = new SharedLine(upload);
    }

    /** Lets a connection that sends nothing begin a message. */
    void begin(Outlet outlet, int bytes) {
        line.begin(queue.now(), outlet.stream(), bytes);
        sending.put(outlet.stream(), outlet);
        lookAgain();
    }

    /** The connection has ended. */
    void giveUp(Outlet outlet) {
        if (sending.remove(outlet.stream()) != null) {
            line.giveUp(queue.now(), outlet.stream());
            lookAgain();
        }
    }

    /** How long a connection needs for so many bytes as things are. */
    long nanosFor(long bytes, Outlet outlet) {
        return line.nanosFor(bytes, outlet.stream());
    }

    /** A node mostly begins many messages in one instant: the line is shared out once all have begun. */
    private void lookAgain() {
        queue.set(alarm, queue.now());
    }

    private void ring() {
        for (Stream stream : line.departed(queue.now())) {
            Outlet outlet = sending.remove(stream);
            if (outlet != null) {
                outlet.left();
            }
        }
        long next = line.nextNanos();
        if (next == SharedLine.NEVER) {
            queue.cancel(alarm);
        } else {
            queue.set(alarm, next);
        }
    }
}
