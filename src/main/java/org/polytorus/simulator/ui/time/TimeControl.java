package org.polytorus.simulator.ui.time;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.Pace;
import org.polytorus.simulator.testnet.VirtualClock;
import org.polytorus.simulator.testnet.VirtualTime;

/**
 * What a person does to the virtual time of the testnet that is open, if it has one; bar and menu are two sights of it. Every
 * method belongs to the FX thread and returns at once.
 */
public final class TimeControl {
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper(this, "present");
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(this, "paused");
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(this, "speed", Speed.REAL_TIME);
    private final ReadOnlyObjectWrapper<@Nullable VirtualClock> clock = new ReadOnlyObjectWrapper<>(this, "clock");
    private final ReadOnlyStringWrapper stepped = new ReadOnlyStringWrapper(this, "stepped", "");
    /** What the last step came to, left here by the testnet's thread until the next frame. */
    private final AtomicReference<@Nullable Stepped> answer = new AtomicReference<>();

    private final Motion motion = new Motion();
    private @Nullable VirtualTime time;

    private record Stepped(VirtualTime of, String text) {}

    public TimeControl() {
        speed.subscribe(chosen -> {
            if (!paused.get()) {
                setPace(chosen.pace());
            }
        });
    }

    /** Drives another testnet's time from now on, or none. */
    public void watch(@Nullable VirtualTime watched) {
        // Without a testnet, so that it is not asked for what it does already.
        time = null;
        Pace pace = watched == null ? Pace.REAL_TIME : watched.now().pace();
        paused.set(pace instanceof Pace.Paused);
        speed.set(Speed.of(pace));
        stepped.set("");
        time = watched;
        present.set(watched != null);
        frame();
    }

    /** Looks at the clock; once in every frame. */
    public void frame() {
        VirtualTime watched = time;
        clock.set(watched == null ? null : watched.now());
        Stepped came = answer.getAndSet(null);
        if (came != null && came.of().equals(watched)) {
            stepped.set(came.text());
        }
    }

    /** Stops time, or lets it go on at the speed that is chosen. */
    public void togglePause() {
        if (paused.get()) {
            goOn();
        } else {
            paused.set(true);
            setPace(new Pace.Paused());
        }
    }

    public void stepEvent() {
        step(VirtualTime::stepEvent);
    }

    public void stepSecond() {
        step(VirtualTime::stepSecond);
    }

    public void faster() {
        speed.set(speed.get().faster());
    }

    public void slower() {
        speed.set(speed.get().slower());
    }

    /** Whether the testnet that is open has a time of its own. */
    public ReadOnlyBooleanProperty presentProperty() {
        return present.getReadOnlyProperty();
    }

    /** Whether it stands still, as it was asked to. */
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** How messages move on the screen meanwhile. */
    public Motion motion() {
        return motion;
    }

    /** The speed at which time goes while it is not paused. */
    ObjectProperty<Speed> speedProperty() {
        return speed;
    }

    /** How time goes in this frame; null without virtual time. */
    public ReadOnlyObjectProperty<@Nullable VirtualClock> clockProperty() {
        return clock.getReadOnlyProperty();
    }

    /** What the last single step was, in words; empty while time goes on. */
    ReadOnlyStringProperty steppedProperty() {
        return stepped.getReadOnlyProperty();
    }

    private void goOn() {
        paused.set(false);
        stepped.set("");
        setPace(speed.get().pace());
    }

    private void step(Function<VirtualTime, CompletionStage<CommandResult>> step) {
        VirtualTime watched = time;
        if (watched != null) {
            paused.set(true);
            motion.stepped();
            var ignored = step.apply(watched).thenAccept(result -> answer.set(new Stepped(watched, result.message())));
        }
    }

    private void setPace(Pace pace) {
        VirtualTime watched = time;
        if (watched != null) {
            // What comes of it stands in the clock of the next frames.
            var ignored = watched.setPace(pace);
        }
    }
}
