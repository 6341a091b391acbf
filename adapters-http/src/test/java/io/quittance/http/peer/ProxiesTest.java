package io.quittance.http.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Behind proxies at 10.1.0.0/16 and fd00::/8")
class ProxiesTest {
    private final Proxies proxies = Proxies.of("10.1.0.0/16, fd00::/8");

    private static String source(Proxies proxies, String peer, List<String> forwarded) {
        return proxies.source(new InetSocketAddress(InetAddress.ofLiteral(peer), 40_000), forwarded)
                .text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.7 | 192.0.2.1                            | 198.51.100.7 | from anybody else it counts"
                        + " nothing",
                "10.1.0.7     | 192.0.2.1                            | 192.0.2.1    | one proxy",
                "10.1.0.7     | 203.0.113.9, 192.0.2.1               | 192.0.2.1    | what he made up himself counts"
                        + " nothing",
                "10.1.0.7     | 203.0.113.9, 192.0.2.1, 10.1.0.8     | 192.0.2.1    | two proxies",
                "10.1.0.7     | 10.1.0.9, 10.1.0.8                   | 10.1.0.9     | all are ours",
                "10.1.0.7     | ''                                   | 10.1.0.7     | it says nothing",
                "10.1.0.7     | 192.0.2.1, unknown                   | 10.1.0.7     | it says that it does not know",
                "10.1.0.7     | 192.0.2.1, _hidden, 10.1.0.8         | 10.1.0.8     | the one before it does not",
                "10.1.0.7     | 192.0.2.1:4711                       | 192.0.2.1    | with a port",
                "10.1.0.7     | [2001:db8:0:12::1]:4711              | 2001:db8:0:12::/64 | IPv6 with a port",
                "fd00::1      | 2001:db8:0:12::1                     | 2001:db8:0:12::/64 | IPv6",
                "10.1.0.7     | evil.example                         | 10.1.0.7     | no name is looked up"
            })
    void the_last_address_that_is_none_of_them_is_where_it_comes_from(
            String peer, String forwarded, String expected, String why) {
        assertEquals(expected, source(proxies, peer, List.of(forwarded)), why);
    }

    @Test
    void several_headers_are_one() {
        assertEquals("192.0.2.1", source(proxies, "10.1.0.7", List.of("203.0.113.9", "192.0.2.1", "10.1.0.8")));
    }

    @Test
    void nobody_is_believed_where_none_is_named() {
        assertEquals("10.1.0.7", source(Proxies.NONE, "10.1.0.7", List.of("192.0.2.1")));
    }

    @Test
    void not_everybody_can_be_one() {
        assertThrows(IllegalArgumentException.class, () -> Proxies.of("::/0"));
    }
}
