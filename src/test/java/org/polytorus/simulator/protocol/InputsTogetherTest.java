package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

class InputsTogetherTest {
    private final List<Output> outputs = new ArrayList<>();
    private final NodeCore node = new NodeCore(
            VirtualNetwork.quiet(Endpoint.loopback(4001)),
            Script.SELF,
            new SplittableRandom(1),
            new SharedValues(),
            outputs::add);

    @Test
    void eachIsAnsweredAtOnceAndWhatIsDueIsDoneAfterTheLast() {
        take(new Input.Start(Endpoint.loopback(1)));
        take(new Input.Accepted(Script.CONNECTION, Script.ADDRESS));
        take(ping(1));
        take(ping(2));
        assertThat(kindsSent()).containsExactly(MessageKind.PONG, MessageKind.PONG);
        assertThat(outputs).as("nothing is dialled yet").noneMatch(output -> output instanceof Output.Dial);

        node.settle();
        assertThat(outputs).filteredOn(output -> output instanceof Output.Dial).hasSize(1);
        assertThat(outputs.getLast()).isInstanceOf(Output.WakeAt.class);
    }

    private void take(Input input) {
        node.take(VirtualNetwork.START_NANOS, input);
    }

    private static Input ping(long nonce) {
        return new Input.Received(
                Script.CONNECTION, MessageCodec.encodePayload(new Message.Ping(nonce, 1_750_000_000L)));
    }

    private List<MessageKind> kindsSent() {
        return outputs.stream()
                .filter(output -> output instanceof Output.Send)
                .map(output -> ((Output.Send) output).kind())
                .toList();
    }
}
