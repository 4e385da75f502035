package org.polytorus.simulator.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.ui.time.TimeControl;

/** What menu, toolbar and start page can start, and when: one place, so that they never differ. */
interface Actions {

    void openFiles();

    void newTestnet();

    void closeTestnet();

    void quit();

    /** Sends a command that concerns the whole testnet. */
    void command(TestnetCommand command);

    /** Asks for a program that is not ours and lets it take part. */
    void attachGuest();

    /** What splits the testnet and puts it together again. */
    Splits splits();

    void fit();

    void showTab(int index);

    void showAbout();

    void showKeys();

    /** Opens files, and lets their testnet live in its own time. */
    void openInVirtualTime();

    /** Starts the testnet that is open from its beginning, in the other of the two times. */
    void startAgainInOtherTime();

    /** The virtual time of the testnet that is open. */
    TimeControl time();

    State state();

    /** What decides which actions are possible. */
    final class State {
        private final BooleanProperty open = new SimpleBooleanProperty();
        private final SimpleIntegerProperty busy = new SimpleIntegerProperty();
        private final BooleanProperty dark = new SimpleBooleanProperty();
        private final BooleanProperty legend = new SimpleBooleanProperty();
        private final BooleanProperty mining = new SimpleBooleanProperty();
        private final BooleanProperty quality = new SimpleBooleanProperty(true);
        private final BooleanProperty traffic = new SimpleBooleanProperty(true);

        /** Whether a testnet runs. */
        BooleanProperty open() {
            return open;
        }

        /** How many pieces of slow work are under way. */
        SimpleIntegerProperty busy() {
            return busy;
        }

        BooleanProperty dark() {
            return dark;
        }

        /** Whether the graph explains its signs. */
        BooleanProperty legend() {
            return legend;
        }

        /** Whether any node mines by its timer, as the snapshot says. */
        BooleanProperty mining() {
            return mining;
        }

        /** Whether any node treats its peers by their scores, as the snapshot says. */
        BooleanProperty quality() {
            return quality;
        }

        /** Whether nodes make transactions by their timers, as it was last asked. */
        BooleanProperty traffic() {
            return traffic;
        }
    }
}
