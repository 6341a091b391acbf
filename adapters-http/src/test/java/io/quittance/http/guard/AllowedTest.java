package io.quittance.http.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.domain.text.Flaw;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is allowed")
class AllowedTest {
    private static Optional<String> refusal(String allowed, String host, String address) {
        return Allowed.of(allowed).flaw(host, InetAddress.ofLiteral(address)).map(Flaw::what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none | 8.8.8.8 | true",
                "none | 2a00:1450:4001::200e | true",
                "none | 127.0.0.1 | false",
                "loopback | 127.0.0.1 | true",
                "loopback | ::1 | true",
                "loopback | ::ffff:127.0.0.1 | true",
                "loopback | 10.0.0.7 | false",
                "loopback | 0.0.0.0 | false",
                "Loopback , PRIVATE | 192.168.0.1 | true",
                "private | 127.0.0.1 | false",
                "private | 10.0.0.7 | true",
                "private | 100.64.0.1 | true",
                "private | fd12::1 | true",
                "private | 169.254.1.1 | false",
                "private | 100.100.100.200 | false",
                "private | fd00:ec2::254 | false",
                "private | 192.0.2.1 | false",
                "private | 64:ff9b::10.0.0.7 | false",
                "private,64:ff9b::/96 | 64:ff9b::10.0.0.7 | true",
                "64:ff9b::/96 | 64:ff9b::10.0.0.7 | false",
                "64:ff9b::/96 | 64:ff9b::8.8.8.8 | true",
                "private,64:ff9b::/96 | 64:ff9b::a9fe:a9fe | false",
                "10.1.0.0/16 | 10.1.2.3 | true",
                "10.1.0.0/16 | 10.2.0.0 | false",
                "10.1.0.0/16 | ::ffff:10.1.2.3 | true",
                "10.1.2.3 | 10.1.2.3 | true",
                "10.1.2.3 | 10.1.2.2 | false",
                "fd00::/8 | fd12::1 | true",
                "0.0.0.0/0 | 169.254.1.1 | true",
                "0.0.0.0/0 | 169.254.169.254 | false",
                "169.254.0.0/16 | 169.254.169.254 | false",
                "169.254.169.254 | 169.254.169.254 | true",
                "fd00:ec2::254/128 | fd00:ec2::254 | true",
                "::1 | ::1 | true",
                "::1 | 127.0.0.1 | false",
                "0.0.0.0/0 | ::1 | false",
                "hooks.internal | 10.0.0.7 | false",
                "shop.example | 10.0.0.7 | true",
                "Shop.Example | 169.254.1.1 | true",
                "shop.example | 169.254.169.254 | false",
                "shop | 10.0.0.7 | false"
            })
    void is_what_the_setting_says_and_never_a_metadata_address_by_the_way(
            String allowed, String address, boolean called) {
        assertEquals(called, refusal(allowed, "shop.example", address).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none,loopback",
                "loopback,",
                ",",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0.7/8",
                "::ffff:10.0.0.0/104",
                "fd00::/129",
                "fd00::1/8",
                "10.0.0",
                "shop.example/24",
                "shop.example:80",
                "https://shop.example",
                "*.example",
                "user@shop.example",
                "shop.example?a",
                "a b"
            })
    void is_nothing_else(String text) {
        assertThrows(IllegalArgumentException.class, () -> Allowed.of(text));
    }

    @Test
    void is_refused_in_words_that_name_what_the_host_is_and_where_it_leads() {
        assertEquals(
                Optional.of("shop.example is 10.0.0.7, a private address"),
                refusal("none", "shop.example", "10.0.0.7"));
        assertEquals(Optional.of("10.0.0.7 is a private address"), refusal("none", "10.0.0.7", "10.0.0.7"));
        assertEquals(
                Optional.of("::ffff:10.0.0.7 is a private address"),
                refusal("none", "::ffff:10.0.0.7", "::ffff:10.0.0.7"));
        assertEquals(
                Optional.of("2002:a00:7:: leads to 10.0.0.7, a private address"),
                refusal("2002::/16", "2002:a00:7::", "2002:a00:7::"));
        assertEquals(
                Optional.of("shop.example is 2002:a00:7:0:0:0:0:0, which leads to 10.0.0.7, a private address"),
                refusal("2002::/16", "shop.example", "2002:a00:7::"));
    }
}
