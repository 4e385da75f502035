package org.polytorus.simulator.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.testnet.TestnetCommand;

/** Whatever can be asked of a testnet can be written into a timeline. */
class TimelineCoverageTest {
    private static final Path EVERYTHING = Path.of("src/test/resources/scenarios/everything.toml");
    private static final String GUESTS = """
            [scenario]
            duration = "9s"
            [topology]
            shape = "line"
            nodes = 2
            [[timeline]]
            at = "1s"
            do = "attach"
            name = "rusty"
            [[timeline]]
            at = "2s"
            do = "detach"
            name = "rusty"
            [[expect]]
            that = "one tip"
            """;

    @TempDir
    private Path directory;

    @Test
    void everyCommandHasAVerb() {
        List<Class<?>> written = Stream.concat(
                        actions(TestnetFiles.load(List.of(EVERYTHING), false)).stream(),
                        actions(new TemporaryFiles(directory)
                                        .write("guests.toml", GUESTS)
                                        .load("guests.toml"))
                                .stream())
                .<Class<?>>map(TimelineCoverageTest::commandOf)
                .toList();
        List<Class<?>> all = new ArrayList<>(List.of(TestnetCommand.class.getPermittedSubclasses()));
        // A step does this with each of all nodes.
        all.removeAll(List.of(TestnetCommand.StartAll.class, TestnetCommand.StopAll.class));
        assertThat(written).containsAll(all);
    }

    @Test
    void everyFaultOfALinkHasAKey() throws ReflectiveOperationException {
        List<LinkConditions> asked = actions(TestnetFiles.load(List.of(EVERYTHING), false)).stream()
                .filter(Action.Order.class::isInstance)
                .map(action -> ((Action.Order) action).command())
                .filter(TestnetCommand.SetConditions.class::isInstance)
                .map(command -> ((TestnetCommand.SetConditions) command).conditions())
                .toList();
        for (RecordComponent fault : LinkConditions.class.getRecordComponents()) {
            List<Object> values = new ArrayList<>();
            for (LinkConditions conditions : asked) {
                values.add(String.valueOf(fault.getAccessor().invoke(conditions)));
            }
            Object none = String.valueOf(fault.getAccessor().invoke(LinkConditions.NONE));
            assertThat(values).as(fault.getName()).anyMatch(value -> !value.equals(none));
        }
    }

    private static List<Action> actions(LoadResult result) {
        assertThat(result.problems()).isEmpty();
        return requireNonNull(result.scenario()).steps().stream()
                .flatMap(step -> step.actions().stream())
                .toList();
    }

    private static Class<?> commandOf(Action action) {
        return switch (action) {
            case Action.Order order -> order.command().getClass();
            case Action.Blacklist _ -> TestnetCommand.BlacklistPeer.class;
            case Action.Unblacklist _ -> TestnetCommand.UnblacklistPeer.class;
            case Action.RestoreAll _ -> TestnetCommand.RestoreLink.class;
        };
    }
}
