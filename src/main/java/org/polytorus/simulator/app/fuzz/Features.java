package org.polytorus.simulator.app.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;

/** What there is about a testnet and a command that a sweep should come across. */
final class Features {
    private static final NodeSpec USUAL = NodeSpec.named("usual");

    private Features() {}

    /** What a command is called. */
    static String name(TestnetCommand command) {
        return command.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    static List<String> of(TestnetCommand command) {
        List<String> features = new ArrayList<>();
        features.add("command: " + name(command));
        switch (command) {
            case TestnetCommand.SetConditions set -> features.addAll(of(set.conditions()));
            case TestnetCommand.Split split ->
                features.add("fault: partition" + (split.partition().oneWay() ? ", one way" : ""));
            case TestnetCommand.StartFlood start ->
                features.add("fault: flood of " + start.flood().kind().name().toLowerCase(Locale.ROOT));
            case TestnetCommand.StartNode _,
                    TestnetCommand.StopNode _,
                    TestnetCommand.StartAll _,
                    TestnetCommand.StopAll _,
                    TestnetCommand.DropLink _,
                    TestnetCommand.RestoreLink _,
                    TestnetCommand.ClearFaults _,
                    TestnetCommand.Heal _,
                    TestnetCommand.ProbeLink _,
                    TestnetCommand.MineBlock _,
                    TestnetCommand.SetMining _,
                    TestnetCommand.SetTraffic _,
                    TestnetCommand.SetQualityOfService _,
                    TestnetCommand.SendTransaction _,
                    TestnetCommand.StopFlood _,
                    TestnetCommand.BlacklistPeer _,
                    TestnetCommand.UnblacklistPeer _,
                    TestnetCommand.AttachGuest _,
                    TestnetCommand.DetachGuest _ -> {}
        }
        return features;
    }

    static List<String> of(TestnetSpec spec) {
        List<String> features = new ArrayList<>();
        for (LinkSpec link : spec.links()) {
            features.addAll(of(link.there()));
            features.addAll(of(link.back()));
        }
        NodeSpec first = spec.nodes().getFirst();
        features.add(first.discovery().enabled() ? "nodes: discovery" : "nodes: no discovery");
        features.add(first.qualityOfService() ? "nodes: quality of service" : "nodes: no quality of service");
        features.add(first.mining() ? "nodes: mining" : "nodes: no mining");
        note(features, !first.requestTimeout().equals(USUAL.requestTimeout()), "nodes: own request timeout");
        ofMachines(spec, features);
        return features;
    }

    private static void ofMachines(TestnetSpec spec, List<String> features) {
        List<Machine> machines = spec.nodes().stream().map(NodeSpec::machine).toList();
        note(features, machines.stream().anyMatch(machine -> machine.upload() != null), "nodes: upload limit");
        note(features, machines.stream().anyMatch(machine -> machine.download() != null), "nodes: download limit");
        note(features, machines.stream().anyMatch(Features::checksSlowly), "nodes: slow checks of blocks");
    }

    private static boolean checksSlowly(Machine machine) {
        return !machine.perBlock().isZero() || !machine.perMegabyte().isZero();
    }

    private static List<String> of(LinkConditions asked) {
        List<String> faults = new ArrayList<>();
        note(faults, !asked.latency().isZero(), "fault: latency");
        note(faults, !asked.jitter().isNone(), "fault: jitter");
        note(faults, asked.loss() > 0, "fault: loss");
        note(faults, asked.duplication() > 0, "fault: duplication");
        note(faults, asked.reordering().probability() > 0, "fault: reordering");
        note(faults, asked.corruption() > 0, "fault: corruption");
        note(faults, asked.bandwidth() != null, "fault: bandwidth");
        note(faults, asked.queueBytes() > 0, "fault: bounded queue");
        note(faults, asked.slicing() != null, "fault: slicing");
        note(faults, !asked.closeDelay().isZero(), "fault: close delay");
        note(faults, asked.blackHole(), "fault: black hole");
        return faults;
    }

    private static void note(List<String> features, boolean isThere, String feature) {
        if (isThere) {
            features.add(feature);
        }
    }
}
