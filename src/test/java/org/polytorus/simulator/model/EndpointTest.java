package org.polytorus.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:8333",
                "0.0.0.0:0",
                "255.255.255.255:65535",
                "[::1]:8001",
                "[::]:1",
                "[2001:db8::1:2]:65535",
                "[::ffff:192.0.2.128]:80",
                "[1:2:3:4:5:6:7:8]:9"
            })
    void anAddressInRustsTextIsWrittenAsItWasRead(String text) {
        assertThat(Endpoint.parse(text)).isNotNull().hasToString(text);
    }

    /** RFC 5952, sections 2 and 4, and the forms in which RFC 4291 allows to read them. */
    @ParameterizedTest
    @CsvSource({
        "2001:0db8:0:0:0:0:0:1, 2001:db8::1",
        "2001:DB8::ABCD, 2001:db8::abcd",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "1:0:0:2:0:0:3:4, 1::2:0:0:3:4",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "1:0:0:0:0:0:0:0, 1::",
        "1:2:3:4:5:6:0:0, 1:2:3:4:5:6::",
        "::ffff:c000:280, ::ffff:192.0.2.128",
        "::FFFF:1.2.3.4, ::ffff:1.2.3.4",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
        "::192.0.2.33, ::c000:221"
    })
    void anIpV6AddressIsWrittenInItsOneShortForm(String read, String written) {
        assertThat(IpAddress.parseV6(read)).isNotNull().hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":::",
                "::1::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "::1:2:3:4:5:6:7:8",
                "1:2:3:4::5:6:7:8",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:",
                "12345::",
                "g::",
                "::1.2.3",
                "::1.2.3.256",
                "1.2.3.4::",
                "1:2:3:4:5:6:7:1.2.3.4",
                "fe80::1%3",
                " ::1",
                "+1::"
            })
    void anyOtherTextIsNoIpV6Address(String text) {
        assertThat(IpAddress.parseV6(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1..2.3",
                "1.2.3.4 ",
                "-1.2.3.4",
                "1.2.3.٤",
                "a.b.c.d"
            })
    void anyOtherTextIsNoIpV4Address(String text) {
        assertThat(IpAddress.parseV4(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":80",
                "127.0.0.1",
                "127.0.0.1:",
                "127.0.0.1:65536",
                "127.0.0.1:-1",
                "127.0.0.1:123456",
                "[127.0.0.1]:80",
                "::1:80",
                "[::1]",
                "[::1:80",
                "[]:80",
                "[:80",
                "localhost:80",
                "[fe80::1%3]:80"
            })
    void anyOtherTextIsNoEndpoint(String text) {
        assertThat(Endpoint.parse(text)).isNull();
    }

    @Test
    void endpointsAreOrderedByFamilyAddressAndPort() {
        assertThat(Stream.of("[::1]:1", "200.0.0.1:1", "10.0.0.1:2", "[ff00::]:1", "10.0.0.1:10")
                        .map(EndpointTest::parsed)
                        .sorted())
                .map(Endpoint::toString)
                .containsExactly("10.0.0.1:2", "10.0.0.1:10", "200.0.0.1:1", "[::1]:1", "[ff00::]:1");
    }

    @Test
    void loopbackAndUnspecifiedAddressesAreKnown() {
        assertThat(parsed("127.255.0.1:1").address().isLoopback()).isTrue();
        assertThat(parsed("[::1]:1").address().isLoopback()).isTrue();
        assertThat(parsed("128.0.0.1:1").address().isLoopback()).isFalse();
        assertThat(parsed("[::2]:1").address().isLoopback()).isFalse();
        assertThat(parsed("0.0.0.0:1").address().isUnspecified()).isTrue();
        assertThat(parsed("[::]:1").address().isUnspecified()).isTrue();
        assertThat(parsed("0.0.0.1:1").address().isUnspecified()).isFalse();
        assertThat(Endpoint.loopback(8001)).hasToString("127.0.0.1:8001");
    }

    @Test
    void impossibleValuesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Endpoint(IpAddress.LOOPBACK_V4, 65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> new Endpoint(IpAddress.LOOPBACK_V4, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new IpAddress(false, 0, 1L << 32));
        assertThatIllegalArgumentException().isThrownBy(() -> new IpAddress(false, 1, 0));
    }

    private static Endpoint parsed(String text) {
        return Objects.requireNonNull(Endpoint.parse(text));
    }
}
