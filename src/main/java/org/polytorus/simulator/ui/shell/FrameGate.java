package org.polytorus.simulator.ui.shell;

import java.util.List;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** The one gate between a testnet and the window: once per frame it looks whether there is anything new. */
final class FrameGate extends AnimationTimer {
    private final Listener listener;
    private @Nullable Testnet testnet;
    private long snapshotSequence;
    private long eventSequence;
    private long flightSequence;
    private boolean flightsAreOld;

    /** What the window does with the news of a frame. */
    interface Listener {
        void snapshot(TestnetSnapshot snapshot);

        void events(List<TestnetEvent> events);

        /** Whether messages on their way are wanted in this frame; those that nobody wanted do not come later. */
        boolean wantsFlights();

        void flights(List<MessageFlight> flights);

        void frame(long nanos);
    }

    FrameGate(Listener listener) {
        this.listener = listener;
    }

    /** Looks at another testnet from now on, or at none. */
    void watch(@Nullable Testnet watched) {
        testnet = watched;
        snapshotSequence = Long.MIN_VALUE;
        eventSequence = 0;
        flightSequence = 0;
        flightsAreOld = false;
    }

    @Override
    public void handle(long nanos) {
        Testnet watched = testnet;
        if (watched != null) {
            look(watched);
        }
        listener.frame(nanos);
    }

    private void look(Testnet watched) {
        TestnetSnapshot snapshot = watched.snapshot();
        if (snapshot.sequence() != snapshotSequence) {
            snapshotSequence = snapshot.sequence();
            listener.snapshot(snapshot);
        }
        List<TestnetEvent> events = watched.eventsAfter(eventSequence);
        if (!events.isEmpty()) {
            eventSequence = events.getLast().sequence();
            listener.events(events);
        }
        if (listener.wantsFlights()) {
            lookAtFlights(watched);
        } else {
            flightsAreOld = true;
        }
    }

    private void lookAtFlights(Testnet watched) {
        List<MessageFlight> flights = watched.flightsAfter(flightSequence);
        if (!flights.isEmpty()) {
            flightSequence = flights.getLast().sequence();
            if (!flightsAreOld) {
                listener.flights(flights);
            }
        }
        flightsAreOld = false;
    }
}
