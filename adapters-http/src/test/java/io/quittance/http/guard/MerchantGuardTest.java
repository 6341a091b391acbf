package io.quittance.http.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Flaw;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What merchants may have us call")
class MerchantGuardTest {
    private static final URI HOSTED = URI.create("http://admin.internal:9090/demo/notifications");

    private final Guard strict = Guards.allowing("none");
    private final Guard laptop =
            new MerchantGuard(Outgoing.usual(true), new OwnPorts(Set.of(8080, 9090), Optional.of(HOSTED)));

    private static Optional<String> refusal(Guard guard, String url) {
        return guard.flaw(URI.create(url)).map(Flaw::what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/n",
                "http://shop.example:8080/n",
                "http://my_host/n",
                "https://8.8.8.8/",
                "https://[2a00:1450:4001::200e]/"
            })
    void is_the_public_internet(String url) {
        assertEquals(Optional.empty(), refusal(strict, url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.9.9.9:8081/",
                "http://[::1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::127.0.0.1]/",
                "http://[::]/",
                "http://0.0.0.0/",
                "http://localhost/",
                "http://LOCALHOST/",
                "http://shop.localhost/",
                "http://10.0.0.7/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fd00:ec2::254]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/"
            })
    void is_no_inner_address_where_nothing_is_allowed(String url) {
        assertTrue(refusal(strict, url).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"25,false", "22,false", "6667,false", "10080,false", "80,true", "443,true", "8443,true", "3000,true"})
    void is_no_port_of_another_protocol(int port, boolean called) {
        assertEquals(
                called, refusal(strict, "https://shop.example:" + port + "/").isEmpty());
    }

    @Test
    void is_asked_over_tls_alone_where_that_is_set() {
        Guard tls = new MerchantGuard(
                new Outgoing(Allowed.NOTHING, Set.of("https")), new OwnPorts(Set.of(), Optional.empty()));

        assertEquals(Optional.of("it begins with http://"), refusal(tls, "http://shop.example/"));
        assertEquals(Optional.empty(), refusal(tls, "HTTPS://shop.example/"));
    }

    @Nested
    class Never_is {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://127.0.0.1:9090/api/apps",
                    "https://127.0.0.1:8080/",
                    "http://127.3.2.1:9090/",
                    "http://[::1]:9090/",
                    "http://[::ffff:127.0.0.1]:9090/",
                    "http://localhost:9090/demo/notifications"
                })
        void a_port_of_our_own_on_this_machine(String url) {
            String why = refusal(laptop, url).orElseThrow();

            assertTrue(why.endsWith(" is the gateway's own"), why);
        }

        @Test
        void a_port_of_our_own_behind_another_address_of_this_machine() throws SocketException {
            InetAddress ours = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .findFirst()
                    .orElseGet(InetAddress::getLoopbackAddress);

            assertEquals(
                    Optional.of("port 9090 of shop.example is the gateway's own"),
                    laptop.flaw("shop.example", 9090, ours).map(Flaw::what));
        }

        @Test
        void a_port_of_our_own_where_all_is_allowed() {
            Guard open = new MerchantGuard(
                    new Outgoing(Allowed.of("0.0.0.0/0, ::/0, localhost"), Outgoing.ANY_SCHEME),
                    new OwnPorts(Set.of(9090), Optional.empty()));

            assertTrue(refusal(open, "http://localhost:9090/").isPresent());
            assertEquals(Optional.empty(), refusal(open, "http://localhost:9091/"));
        }
    }

    @Test
    void is_that_port_elsewhere() {
        assertEquals(Optional.empty(), refusal(laptop, "http://192.168.255.254:9090/"));
        assertEquals(Optional.empty(), refusal(laptop, "https://shop.example:8080/"));
    }

    @Nested
    class Where_we_play_a_merchant_ourselves {
        @Test
        void is_that_address() {
            assertEquals(Optional.empty(), laptop.flaw(HOSTED));
            assertEquals(Optional.empty(), laptop.flaw("admin.internal", 9090, InetAddress.getLoopbackAddress()));
        }

        /** A connection that is kept from the one may be used for the other, and is not judged again. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://admin.internal:9090/api/apps",
                    "http://admin.internal:9090/demo/notifications?a",
                    "http://admin.internal:9090/demo/notifications/",
                    "https://admin.internal:9090/demo/notifications"
                })
        void is_nothing_else_there(String url) {
            assertEquals(Optional.of("port 9090 of admin.internal is the gateway's own"), refusal(laptop, url));
        }
    }
}
