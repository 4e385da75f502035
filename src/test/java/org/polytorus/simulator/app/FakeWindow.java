package org.polytorus.simulator.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Remembers what it was asked for; its pictures are files with their size in them. */
final class FakeWindow implements WindowLauncher {
    final List<Opening> openings = new ArrayList<>();
    final List<Testnet> drawn = new ArrayList<>();
    int hiddenWindowsOpen;

    @Nullable
    RuntimeException failure;

    @Override
    public void open(Opening opening) {
        openings.add(opening);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public HiddenWindow openHidden(TestnetSpec spec, Testnet testnet, PixelSize size, boolean dark) {
        drawn.add(testnet);
        hiddenWindowsOpen++;
        return new HiddenWindow() {
            @Override
            public void save(Path png) throws IOException {
                Files.writeString(png, size.width() + "x" + size.height() + (dark ? " dark" : " light"));
            }

            @Override
            public void close() {
                hiddenWindowsOpen--;
            }
        };
    }
}
