package org.polytorus.simulator.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.TimeKind;

/** Opens the window, for a person or for its picture. One process opens one window. */
public interface WindowLauncher {

    /**
     * Opens the window and returns after the user has closed it. {@link Display#obstacle} has found nothing by then.
     *
     * @throws RuntimeException if JavaFX does not start; {@link Display#explain} turns the usual causes into a sentence
     */
    void open(Opening opening);

    /**
     * Opens the window where nobody sees it, on a testnet that already runs and that the window must not close. JavaFX
     * is told beforehand to use its headless platform ({@link Display#useHeadlessPlatform}).
     */
    HiddenWindow openHidden(TestnetSpec spec, Testnet testnet, PixelSize size, boolean dark);

    /**
     * With what the window opens.
     *
     * @param spec the testnet that starts with it, or null for the empty window that offers a choice
     * @param files where the testnet was read, or none
     * @param notes what the window says of it at first
     * @param expose whether files opened later may listen on addresses other than loopback
     * @param time in which the testnet lives
     * @param dataFolder under which the nodes of files opened later keep their chains, or null if they keep nothing
     */
    record Opening(
            @Nullable TestnetSpec spec,
            TimeKind time,
            List<Path> files,
            List<String> notes,
            boolean expose,
            @Nullable Path dataFolder,
            boolean dark) {
        public Opening {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }
    }

    /** A window that nobody sees. */
    interface HiddenWindow extends AutoCloseable {
        /** Writes the window as it is now as a PNG, replacing a file that exists. */
        void save(Path png) throws IOException;

        /** Closes the window and ends JavaFX's threads, but not the testnet. */
        @Override
        void close();
    }
}
