package org.polytorus.simulator.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.stage.Stage;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.TimeKind;
import org.polytorus.simulator.ui.dialogs.NewTestnet;
import org.polytorus.simulator.ui.dialogs.Shape;

/** Answers for the desktop and for the files, as a test tells it to. */
public final class FakeServices implements WindowServices {
    public static final Shape RING = new Shape("Ring", "");
    public static final Shape REGULAR = new Shape("Random, same number of links everywhere", "Links per node");

    private final List<NewTestnet> wishes = new CopyOnWriteArrayList<>();
    private final AtomicInteger exits = new AtomicInteger();
    private volatile Opened loads = new Opened(null, List.of());

    public void loadAs(Opened opened) {
        loads = opened;
    }

    public List<NewTestnet> wishes() {
        return List.copyOf(wishes);
    }

    public int exits() {
        return exits.get();
    }

    @Override
    public List<Path> chooseFiles(Stage owner) {
        return List.of(Path.of("chosen.toml"));
    }

    @Override
    public boolean confirm(Stage owner, String question) {
        return true;
    }

    @Override
    public Opened load(List<Path> files) {
        return loads;
    }

    @Override
    public Opened suited(TestnetSpec spec, TimeKind time) {
        return new Opened(spec, List.of());
    }

    @Override
    public String problem(NewTestnet wish) {
        return wish.nodes() * wish.degree() % 2 == 0 ? "" : "An odd number of ends.";
    }

    @Override
    public List<Shape> shapes() {
        return List.of(RING, REGULAR);
    }

    @Override
    public Opened generate(NewTestnet wish) {
        wishes.add(wish);
        return new Opened(Pictures.spec(wish.nodes()), List.of());
    }

    @Override
    public String version() {
        return "PolyTorus testnet simulator";
    }

    @Override
    public void exit() {
        exits.incrementAndGet();
    }
}
