package org.polytorus.simulator.app.window;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.Samples;
import org.polytorus.simulator.app.scenario.TestnetAlone;
import org.polytorus.simulator.app.virtual.VirtualLimits;
import org.polytorus.simulator.config.ConfigProblem;
import org.polytorus.simulator.config.LoadResult;
import org.polytorus.simulator.config.TestnetFiles;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.TimeKind;
import org.polytorus.simulator.testnet.Topology;
import org.polytorus.simulator.ui.dialogs.NewTestnet;
import org.polytorus.simulator.ui.dialogs.Shape;
import org.polytorus.simulator.ui.dialogs.WindowLimits;
import org.polytorus.simulator.ui.shell.Opened;
import org.polytorus.simulator.ui.shell.WindowServices;

/** What the window needs of desktop, files and generators. */
final class DesktopServices implements WindowServices {
    private final boolean expose;
    private final @Nullable Path dataFolder;
    private final String version;
    private final Runnable exit;
    private @Nullable File lastFolder;

    /**
     * @param expose whether opened files may listen on addresses other than loopback
     * @param dataFolder under which the nodes of opened files keep their chains, or null if they keep nothing
     * @param exit ends the program, on the FX thread
     */
    DesktopServices(boolean expose, @Nullable Path dataFolder, String version, Runnable exit) {
        this.expose = expose;
        this.dataFolder = dataFolder;
        this.version = version;
        this.exit = exit;
        lastFolder = Samples.folder().toFile();
    }

    @Override
    public List<Path> chooseFiles(Stage owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a testnet file, or several node files together");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                "Testnets, node files and graphs (*.toml, *.graphml, *.dot, *.gv)",
                                "*.toml",
                                "*.graphml",
                                "*.dot",
                                "*.gv"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        lastFolder = chosen.getFirst().getParentFile();
        return chosen.stream().map(File::toPath).toList();
    }

    @Override
    public boolean confirm(Stage owner, String question) {
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, question, ButtonType.YES, ButtonType.NO);
        alert.initOwner(owner);
        alert.setHeaderText(null);
        return alert.showAndWait().filter(ButtonType.YES::equals).isPresent();
    }

    @Override
    public Opened load(List<Path> files) {
        LoadResult result = TestnetFiles.load(files, expose);
        TestnetSpec spec = result.spec();
        List<String> problems = new ArrayList<>(TestnetAlone.notes(result.scenario(), files));
        result.problems().stream()
                .filter(problem -> problem.severity() != ConfigProblem.Severity.NOTE)
                .map(ConfigProblem::toString)
                .forEach(problems::add);
        return new Opened(spec == null ? null : spec.keptUnder(dataFolder), problems);
    }

    @Override
    public Opened suited(TestnetSpec spec, TimeKind time) {
        return switch (time) {
            case REAL -> suited(spec, spec.socketProblem(), List.of());
            case VIRTUAL -> {
                String problem = VirtualLimits.problem(spec);
                yield suited(spec, problem == null ? WindowLimits.problem(spec) : problem, VirtualLimits.notes(spec));
            }
        };
    }

    private static Opened suited(TestnetSpec spec, @Nullable String problem, List<String> notes) {
        return problem == null ? new Opened(spec, notes) : new Opened(null, List.of(problem));
    }

    @Override
    public List<Shape> shapes() {
        return Arrays.stream(Topology.values())
                .map(topology -> new Shape(topology.text(), degreeName(topology)))
                .toList();
    }

    private static String degreeName(Topology topology) {
        return switch (topology) {
            case TREE -> "Children per node";
            case RANDOM, SCALE_FREE -> "Links per node, average";
            case RANDOM_REGULAR, SMALL_WORLD -> "Links per node";
            case RING, STAR, LINE, FULL_MESH, GRID, ONE_BOOTSTRAP -> "";
        };
    }

    @Override
    public String problem(NewTestnet wish) {
        String problem = topology(wish.shape()).problem(wish.nodes(), wish.degree());
        return problem == null ? "" : problem + ".";
    }

    @Override
    public Opened generate(NewTestnet wish) {
        List<String> problems = new ArrayList<>();
        TestnetSpec spec = null;
        try {
            spec = GeneratedTestnet.of(wish.name(), topology(wish.shape()), wish.nodes(), wish.degree(), wish.seed());
        } catch (IllegalArgumentException impossible) {
            problems.add(String.valueOf(impossible.getMessage()));
        }
        return new Opened(spec, problems);
    }

    private static Topology topology(Shape shape) {
        return Arrays.stream(Topology.values())
                .filter(topology -> topology.text().equals(shape.text()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no shape " + shape.text()));
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void exit() {
        exit.run();
    }
}
