package org.polytorus.simulator.config;

import java.util.List;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetSpec;

/**
 * Writes a scenario as a file from which {@link TestnetFiles} reads the same again; only what people read at a step may be in
 * other words, and the sides of its partitions are groups of the testnet, too. For testnets without guests, whose nodes have no
 * address, directory or HTTP interface of their own: in virtual time nobody needs them.
 */
public final class ScenarioWriter {
    private final TomlText toml = new TomlText();

    private ScenarioWriter() {}

    /**
     * The text of the file.
     *
     * @param comment lines for a person, at the top
     * @throws IllegalArgumentException if the testnet has something that is not for virtual time, or a step does what no file
     *     can say
     */
    public static String write(Scenario scenario, List<String> comment) {
        ScenarioWriter writer = new ScenarioWriter();
        comment.forEach(writer.toml::comment);
        writer.scenario(scenario);
        writer.testnet(scenario.testnet());
        TimelineWriter timeline = new TimelineWriter(writer.toml);
        timeline.groups(scenario.testnet().groups(), scenario.steps());
        for (Step step : scenario.steps()) {
            timeline.step(step);
        }
        scenario.expectations()
                .forEach(expected -> writer.toml.table("[[expect]]").put("that", TomlText.quoted(expected.sentence())));
        return writer.toml.toString();
    }

    private void scenario(Scenario scenario) {
        toml.table("[scenario]")
                .put("name", TomlText.quoted(scenario.name()))
                .put("duration", TomlText.quoted(Units.text(scenario.duration())));
        if (!scenario.text().isEmpty()) {
            toml.put("text", TomlText.quoted(scenario.text()));
        }
    }

    private void testnet(TestnetSpec spec) {
        NodeSpec usual = NodeSpec.named("usual");
        NodeSpec first = spec.nodes().getFirst();
        toml.table("[testnet]").put("name", TomlText.quoted(spec.name())).put("seed", spec.seed());
        if (!first.qualityOfService()) {
            toml.put("quality_of_service", false);
        }
        SettingsWriter.write(toml.table("[defaults]"), first, usual);
        for (NodeSpec node : spec.nodes()) {
            requireSimple(node, usual, spec);
            SettingsWriter.write(toml.table("[[nodes]]").put("name", TomlText.quoted(node.name())), node, first);
        }
        for (LinkSpec link : spec.links()) {
            toml.table("[[links]]").put("between", TomlText.list(List.of(link.dialler(), link.listener())));
            ConditionsWriter.write(toml, link.there(), link.back());
        }
    }

    private static void requireSimple(NodeSpec node, NodeSpec usual, TestnetSpec spec) {
        boolean isSimple = node.listen().equals(usual.listen())
                && node.bootstrapPeers().isEmpty()
                && node.http() == null
                && node.dataDirectory() == null
                && spec.guests().isEmpty()
                && spec.links().stream().noneMatch(LinkSpec::isIntroduction);
        if (!isSimple) {
            throw new IllegalArgumentException("Only testnets of plain nodes and lasting links are written; found "
                    + node.name() + " in " + spec.name());
        }
    }
}
