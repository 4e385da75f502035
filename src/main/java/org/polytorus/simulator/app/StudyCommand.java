package org.polytorus.simulator.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.study.PropagationStudy;
import org.polytorus.simulator.app.study.StudyNodes;
import org.polytorus.simulator.app.study.StudyResult;
import org.polytorus.simulator.app.virtual.VirtualLimits;
import org.polytorus.simulator.config.ConfigProblem;
import org.polytorus.simulator.config.LoadResult;
import org.polytorus.simulator.config.StudyTable;
import org.polytorus.simulator.config.TestnetFiles;
import org.polytorus.simulator.scenario.Study;
import org.polytorus.simulator.testnet.TestnetSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how blocks spread over a testnet in virtual time, and compares it with what its file says of a real network. */
@Command(
        name = "study",
        header = "Measure how blocks spread, and compare with a real network.",
        description = {
            "",
            "Runs the testnet of the file in virtual time, mines the blocks of its [study] one after the other at nodes "
                    + "drawn at random, and prints after which time so many percent of the nodes had them."
        },
        parameterListHeading = "%nFile:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  polytorus-testnet study sample-configs/studies/bitcoin-2014.toml",
            "  polytorus-testnet study my.toml --blocks 3 --block-size 500000"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every node got every block",
            "1:A file has an error, or a block did not come to all",
            "2:Wrong arguments"
        })
final class StudyCommand extends TerminalCommand {
    private static final double MILLIS_PER_SECOND = 1e3;

    @Parameters(paramLabel = "FILE", description = "A testnet file with a [study].")
    private Path file = Path.of("");

    @Option(names = "--blocks", paramLabel = "N", description = "How many blocks, instead of what the file says.")
    private @Nullable Integer blocks;

    @Option(
            names = "--block-size",
            paramLabel = "BYTES",
            description = "What each weighs, instead of what the file says.")
    private @Nullable Integer blockBytes;

    @Override
    public Integer call() {
        LoadResult testnet = TestnetFiles.load(List.of(file), false);
        StudyTable.Result table = StudyTable.read(file);
        List<ConfigProblem> problems = new ArrayList<>(testnet.problems());
        table.problems().stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
        problems.forEach(problem -> err().println(problem));
        err().flush();
        TestnetSpec spec = testnet.spec();
        Study study = table.study();
        return spec == null || study == null ? ExitCodes.FAILED : run(spec, asked(study));
    }

    private int run(TestnetSpec spec, Study study) {
        StudyNodes nodes = new StudyNodes(spec, study);
        String nothing = nodes.problem();
        String problem = nothing == null ? VirtualLimits.problem(spec) : nothing;
        if (problem != null) {
            err().println(problem);
            err().flush();
            return ExitCodes.FAILED;
        }
        long began = System.nanoTime();
        StudyResult result = new PropagationStudy(spec, study, nodes).run(line -> {
            err().println(line);
            err().flush();
        });
        result.table(study).forEach(out()::println);
        out().println(String.format(
                Locale.ROOT,
                "%.0f s of virtual time in %.1f s, %,d events",
                result.virtual().toMillis() / MILLIS_PER_SECOND,
                (System.nanoTime() - began) / 1e9,
                result.events()));
        out().flush();
        return result.isComplete() ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private Study asked(Study study) {
        Integer number = blocks;
        Integer bytes = blockBytes;
        checkWithin("--blocks", number, 1, Study.MAX_BLOCKS);
        checkWithin("--block-size", bytes, Study.MIN_BLOCK_BYTES, Study.MAX_BLOCK_BYTES);
        return new Study(
                number == null ? study.blocks() : number,
                bytes == null ? study.blockBytes() : bytes,
                study.pause(),
                study.miners(),
                study.among(),
                study.measured(),
                study.source());
    }

    private void checkWithin(String option, @Nullable Integer found, int least, int most) {
        if (found != null && (found < least || found > most)) {
            throw wrong(option + " is between " + least + " and " + most + "; found " + found);
        }
    }
}
