package org.polytorus.simulator.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.live.LinkRig;
import org.polytorus.simulator.model.Direction;

/** The kernel's own slow link. Only an administrator of a Linux machine may make networks, so elsewhere only words are tested. */
class KernelLinkTest {
    private static final KernelLink.Names NAMES = new KernelLink.Names("one", "two");

    @Test
    void cableJoinsTheTwoNetworksAndBothEndsHaveAddresses() {
        assertThat(KernelLink.cable(NAMES).stream().map(each -> String.join(" ", each)))
                .containsExactly(
                        "ip link add cable netns one type veth peer name cable netns two",
                        "ip -n one addr add 10.203.0.1/30 dev cable",
                        "ip -n two addr add 10.203.0.2/30 dev cable",
                        "ip -n one link set cable up",
                        "ip -n two link set cable up");
    }

    @Test
    void kernelIsAskedInItsOwnWordsOnTheEndThatSends() {
        assertThat(String.join(" ", KernelLink.netem(NAMES, "delay", "10ms")))
                .isEqualTo("tc -n two qdisc replace dev cable root netem limit 20000 delay 10ms");
    }

    @Test
    void commandThatFailsIsQuotedWithItsFirstWords() {
        assertThatThrownBy(() -> SystemCommand.run(List.of("ls", "/nowhere")))
                .isInstanceOf(SystemCommand.Failed.class)
                .hasMessageStartingWith("\"ls /nowhere\" says: ls:");
        assertThatThrownBy(() -> SystemCommand.run(List.of("no-such-program")))
                .hasMessageStartingWith("\"no-such-program\" cannot be run:");
    }

    @Test
    void messagesTravelBetweenTwoNetworksOfTheKernel() {
        try (KernelLink kernel = open();
                LinkRig rig = new LinkRig(false, kernel)) {
            assertThat(rig.delays(Direction.A_TO_B, 10, () -> 0)).hasSize(10);
            assertThat(networks()).isNotEmpty();
        }
        assertThat(networks()).isEmpty();
    }

    private static KernelLink open() {
        try {
            return KernelLink.open();
        } catch (SystemCommand.Failed notAllowed) {
            Assumptions.abort(String.valueOf(notAllowed.getMessage()));
            throw new IllegalStateException(notAllowed);
        }
    }

    private static List<String> networks() {
        KernelLink.Names names = KernelLink.Names.own();
        return List.of(names.listening(), names.dialling()).stream()
                .filter(name -> Files.exists(Path.of("/run/netns", name)))
                .toList();
    }
}
