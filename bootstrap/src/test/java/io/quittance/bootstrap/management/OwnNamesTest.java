package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The names of the management port")
class OwnNamesTest {
    private final OwnNames names = OwnNames.of(Set.of("pay-admin.example"), "Pay-1", "inner.example");

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:9090, true",
        "127.0.0.1, true",
        "10.0.0.7:9090, true",
        "[::1]:9090, true",
        "[fe80::1], true",
        "localhost:9090, true",
        "LocalHost, true",
        "pay-1:9090, true",
        "PAY-1, true",
        "pay-admin.example:443, true",
        "Pay-Admin.Example, true",
        "inner.example:9090, true",
        "evil.example:9090, false",
        "localhost.evil.example, false",
        "127.0.0.1.evil.example:9090, false",
        "pay-admin.example.evil.example, false",
        "evil.example:127.0.0.1, false",
        "127.0.0.1:9090:evil.example, false",
        "evil.example[::1], false",
        "[::1].evil.example, false",
        "'', false"
    })
    void are_its_addresses_and_what_it_is_called(String host, boolean own) {
        assertEquals(own, names.contain(host), host);
    }

    @Test
    void do_not_count_where_none_is_said() {
        assertFalse(names.contain(null));
    }
}
