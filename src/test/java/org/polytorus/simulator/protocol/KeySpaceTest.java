package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;

/** Keys and how far they are apart. */
final class KeySpaceTest {
    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void theKeyOfANodeIsTheSha256OfItsId() {
        assertThat(KeySpace.keyOf(new PeerId(0, 0)))
                .hasToString("374708fff7719dd5979ec875d56cd2286f6d3cf7ec317a3b25632aab28ec37bb");
    }

    @Test
    void aKeyIsAsNearToItselfAsCanBe() {
        Hash key = KeySpace.random(random);
        assertThat(KeySpace.sharedBits(key, key)).isEqualTo(KeySpace.BITS);
        assertThat(KeySpace.distance(key, key)).isEqualTo(new Hash(0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 127, 128, 200, 254, 255})
    void aDrawnKeySharesExactlyTheBitsThatItIsToShare(int bits) {
        for (int i = 0; i < 100; i++) {
            Hash key = KeySpace.random(random);
            assertThat(KeySpace.sharedBits(key, KeySpace.randomSharing(key, bits, random)))
                    .isEqualTo(bits);
        }
    }
}
