package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Ways to make a scenario smaller, each a scenario of its own; those that take away the most come first. */
final class Cuts {
    /** With fewer nodes, or other settings, everything comes later, so it may take so many times as long; what is too long is cut off afterwards. */
    private static final int PATIENCE = 4;

    private Cuts() {}

    static Stream<Scenario> of(Scenario scenario) {
        return Stream.of(
                        withoutSteps(scenario),
                        withoutNodes(scenario),
                        withoutLinks(scenario),
                        simplerLinks(scenario),
                        simplerSteps(scenario),
                        simplerNodes(scenario),
                        sooner(scenario))
                .flatMap(cuts -> cuts);
    }

    /** The same until that time. */
    static Scenario until(Scenario scenario, Duration end) {
        Duration duration = end.compareTo(scenario.duration()) < 0 ? end : scenario.duration();
        List<Step> steps = scenario.steps().stream()
                .filter(step -> step.at().compareTo(duration) <= 0)
                .toList();
        return with(scenario, scenario.testnet(), steps, duration);
    }

    /** Without half of the steps, then without each quarter, and at last without each single one. */
    private static Stream<Scenario> withoutSteps(Scenario scenario) {
        List<Step> steps = scenario.steps();
        return Stream.iterate(
                        Math.ceilDiv(steps.size(), 2), size -> size >= 1, size -> size == 1 ? 0 : Math.ceilDiv(size, 2))
                .flatMap(size -> Stream.iterate(0, from -> from < steps.size(), from -> from + size)
                        .map(from -> {
                            List<Step> rest = new ArrayList<>(steps.subList(0, from));
                            rest.addAll(steps.subList(Math.min(steps.size(), from + size), steps.size()));
                            return with(scenario, scenario.testnet(), rest, scenario.duration());
                        }));
    }

    private static Stream<Scenario> withoutNodes(Scenario scenario) {
        TestnetSpec spec = scenario.testnet();
        return spec.nodes().size() == 1
                ? Stream.empty()
                : spec.nodes().reversed().stream().map(node -> withoutNode(scenario, node.name()));
    }

    private static Scenario withoutNode(Scenario scenario, NodeName gone) {
        TestnetSpec spec = scenario.testnet();
        List<LinkSpec> links =
                spec.links().stream().filter(link -> !link.id().joins(gone)).toList();
        TestnetSpec smaller = new TestnetSpec(
                spec.name(),
                spec.seed(),
                spec.nodes().stream().filter(node -> !node.name().equals(gone)).toList(),
                links);
        List<Step> steps = scenario.steps().stream()
                .map(step -> new Step(
                        step.at(),
                        step.label(),
                        step.text(),
                        step.actions().stream()
                                .flatMap(action -> Mentions.without(action, gone).stream())
                                .toList()))
                .filter(step -> !step.actions().isEmpty())
                .toList();
        return with(scenario, smaller, steps, scenario.duration().multipliedBy(PATIENCE));
    }

    private static Stream<Scenario> withoutLinks(Scenario scenario) {
        TestnetSpec spec = scenario.testnet();
        return spec.links().reversed().stream().map(gone -> {
            List<LinkSpec> links = spec.links().stream()
                    .filter(link -> !link.id().equals(gone.id()))
                    .toList();
            return with(
                    scenario,
                    with(spec, links),
                    scenario.steps(),
                    scenario.duration().multipliedBy(PATIENCE));
        });
    }

    private static Stream<Scenario> simplerLinks(Scenario scenario) {
        TestnetSpec spec = scenario.testnet();
        return spec.links().stream()
                .filter(link -> !link.there().isNone() || !link.back().isNone())
                .map(noisy -> {
                    List<LinkSpec> links = spec.links().stream()
                            .map(link -> link.id().equals(noisy.id())
                                    ? LinkSpec.clean(link.dialler(), link.listener())
                                    : link)
                            .toList();
                    return with(scenario, with(spec, links), scenario.steps(), scenario.duration());
                });
    }

    private static Stream<Scenario> simplerNodes(Scenario scenario) {
        TestnetSpec spec = scenario.testnet();
        return SimplerNodes.of(spec.nodes())
                .map(nodes -> with(
                        scenario,
                        new TestnetSpec(spec.name(), spec.seed(), nodes, spec.links()),
                        scenario.steps(),
                        scenario.duration().multipliedBy(PATIENCE)));
    }

    private static Stream<Scenario> simplerSteps(Scenario scenario) {
        List<Step> steps = scenario.steps();
        return Stream.iterate(0, i -> i < steps.size(), i -> i + 1)
                .flatMap(i -> simpler(steps.get(i)).map(simpler -> {
                    List<Step> changed = new ArrayList<>(steps);
                    changed.set(i, simpler);
                    return with(scenario, scenario.testnet(), changed, scenario.duration());
                }));
    }

    /** With one fault less, in both directions or in one. */
    private static Stream<Step> simpler(Step step) {
        List<Action> actions = step.actions();
        return Stream.iterate(0, i -> i < actions.size(), i -> i + 1).flatMap(i -> {
            if (!(actions.get(i) instanceof Action.Order(TestnetCommand.SetConditions set))) {
                return Stream.empty();
            }
            return SimplerConditions.of(set.conditions()).map(simpler -> {
                List<Action> changed = new ArrayList<>(actions);
                changed.set(
                        i, new Action.Order(new TestnetCommand.SetConditions(set.link(), set.direction(), simpler)));
                return new Step(step.at(), step.label(), step.text(), changed);
            });
        });
    }

    /** With a gap between two steps cut to a half, or the time after the last. */
    private static Stream<Scenario> sooner(Scenario scenario) {
        List<Step> steps = scenario.steps();
        return Stream.iterate(0, i -> i <= steps.size(), i -> i + 1).flatMap(i -> {
            Duration from = i == 0 ? Duration.ZERO : steps.get(i - 1).at();
            Duration to = i == steps.size() ? scenario.duration() : steps.get(i).at();
            Duration cut = Duration.ofMillis(to.minus(from).toMillis() / 200 * 100);
            return cut.isZero() ? Stream.empty() : Stream.of(sooner(scenario, i, cut));
        });
    }

    private static Scenario sooner(Scenario scenario, int first, Duration by) {
        List<Step> steps = new ArrayList<>(scenario.steps());
        for (int i = first; i < steps.size(); i++) {
            Step step = steps.get(i);
            steps.set(i, new Step(step.at().minus(by), step.label(), step.text(), step.actions()));
        }
        return with(scenario, scenario.testnet(), steps, scenario.duration().minus(by));
    }

    private static TestnetSpec with(TestnetSpec spec, List<LinkSpec> links) {
        return new TestnetSpec(spec.name(), spec.seed(), spec.nodes(), links);
    }

    private static Scenario with(Scenario scenario, TestnetSpec testnet, List<Step> steps, Duration duration) {
        return new Scenario(scenario.name(), scenario.text(), testnet, duration, steps, scenario.expectations());
    }
}
