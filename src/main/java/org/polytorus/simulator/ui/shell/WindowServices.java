package org.polytorus.simulator.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.TimeKind;
import org.polytorus.simulator.ui.dialogs.NewTestnet;
import org.polytorus.simulator.ui.dialogs.Shape;

/** What the window cannot do alone: ask the desktop, read files, make topologies, end the program. */
public interface WindowServices {

    /** Lets the user choose testnet or node files; empty if the user gives up. On the FX thread. */
    List<Path> chooseFiles(Stage owner);

    /** Asks a question that is answered with yes or no. On the FX thread. */
    boolean confirm(Stage owner, String question);

    /** Reads files that make one testnet together. On a background thread; may take its time. */
    Opened load(List<Path> files);

    /**
     * What of a testnet can live in that time: the same testnet, with notes on what is passed over; or none, with the reason. On the
     * FX thread.
     */
    Opened suited(TestnetSpec spec, TimeKind time);

    /** The shapes that a new testnet can have; at least one. */
    List<Shape> shapes();

    /** Why there is no testnet of that shape with these numbers, in a sentence for people, or empty. On the FX thread. */
    String problem(NewTestnet wish);

    /** Makes a testnet of a shape. On a background thread. */
    Opened generate(NewTestnet wish);

    /** Name and version of the program. */
    String version();

    /** Ends the program after the window has closed and its testnet is gone. On the FX thread. */
    void exit();
}
