package io.quittance.domain.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Hosts that a merchant's requests may name")
class NotifyHostsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hooks.Shop.example, my_host | hooks.shop.example,my_host",
                "10.0.0.7,[2001:DB8::1]      | 10.0.0.7,2001:db8::1",
                "2001:db8::1                 | 2001:db8::1",
                "*                           | *",
                "' '                         | ''"
            })
    void are_read_in_any_case_and_written_in_one(String text, String written) {
        assertEquals(written, NotifyHosts.of(text).toString());
        assertEquals(NotifyHosts.of(text), NotifyHosts.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "shop.example:8080",
                "shop.example/n",
                "*,shop.example",
                "*.shop.example",
                "a,,b",
                "shop.example.",
                "[::1]:80",
                "u@shop.example",
                "0177.0.0.1",
                "a b"
            })
    void are_hosts_and_nothing_else(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> NotifyHosts.of(text))
                .getMessage();

        assertTrue(message.contains("(expected: names or addresses without a port"), message);
    }

    @Test
    void are_at_most_so_many() {
        assertThrows(IllegalArgumentException.class, () -> NotifyHosts.of("a,".repeat(1_024) + "b"));
    }

    @Test
    void let_in_what_is_on_them_whatever_its_scheme_port_and_path() {
        NotifyHosts hosts = NotifyHosts.of("hooks.example,2001:db8::1");

        assertTrue(hosts.contain(URI.create("https://HOOKS.example:8443/a?b")));
        assertTrue(hosts.contain(URI.create("http://[2001:db8::1]/")));
        assertFalse(hosts.contain(URI.create("https://hooks.example.evil.example/")));
        assertFalse(hosts.contain(URI.create("https://sub.hooks.example/")));
        assertTrue(NotifyHosts.ANY.contain(URI.create("https://anywhere.example/")));
        assertFalse(NotifyHosts.REGISTERED.contain(URI.create("https://anywhere.example/")));
    }
}
