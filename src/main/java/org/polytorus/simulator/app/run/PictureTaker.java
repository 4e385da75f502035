package org.polytorus.simulator.app.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.Display;
import org.polytorus.simulator.app.WindowLauncher;
import org.polytorus.simulator.app.WindowLauncher.HiddenWindow;
import org.polytorus.simulator.testnet.Testnet;

/** Saves the picture of a run when its time has come; without a plan for one it does nothing. */
final class PictureTaker implements AutoCloseable {
    private final RunPlan.@Nullable Picture picture;
    private @Nullable HiddenWindow window;
    private @Nullable String saved;
    private @Nullable String failure;

    private PictureTaker(RunPlan.@Nullable Picture picture, @Nullable HiddenWindow window) {
        this.picture = picture;
        this.window = window;
    }

    /** The window opens at the start, so that its charts have something to show when the picture is taken. */
    static PictureTaker of(WindowLauncher launcher, RunPlan plan, Testnet testnet) {
        RunPlan.Picture picture = plan.picture();
        if (picture == null) {
            return new PictureTaker(null, null);
        }
        Display.useHeadlessPlatform();
        return new PictureTaker(picture, launcher.openHidden(plan.spec(), testnet, picture.size(), picture.dark()));
    }

    void takeIfDue(Duration elapsed) {
        Duration due = dueIn(elapsed);
        if (due != null && due.isZero()) {
            takeIfMissing();
        }
    }

    /** A run that ends before its time is drawn as it is at its end. */
    void takeIfMissing() {
        HiddenWindow open = window;
        if (open == null || picture == null) {
            return;
        }
        try {
            open.save(picture.png());
            saved = picture.png().toString();
        } catch (IOException e) {
            failure = "The picture could not be saved as " + picture.png() + ": " + e.getMessage();
        }
        close();
    }

    /** How long until the picture is due, zero if it is, null if there is none to take any more. */
    @Nullable
    Duration dueIn(Duration elapsed) {
        if (window == null || picture == null) {
            return null;
        }
        Duration due = picture.at().minus(elapsed);
        return due.isNegative() ? Duration.ZERO : due;
    }

    @Nullable
    String saved() {
        return saved;
    }

    List<String> notesAnd(List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        if (failure != null) {
            all.add(failure);
        }
        return all;
    }

    @Override
    public void close() {
        HiddenWindow open = window;
        window = null;
        if (open != null) {
            open.close();
        }
    }
}
