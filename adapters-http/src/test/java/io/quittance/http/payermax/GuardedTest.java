package io.quittance.http.payermax;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An address upstream")
class GuardedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pay-gate.payermax.com/aggregate-pay/api/gateway",
                "HTTPS://x",
                "http://localhost:8080",
                "http://LOCALHOST",
                "http://127.0.0.1:8080/a",
                "http://127.9.9.9",
                "http://[::1]:8080"
            })
    void is_guarded_by_tls_or_by_not_leaving_the_machine(String url) {
        assertTrue(Guarded.is(URI.create(url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pay-gate.payermax.com",
                "http://localhost.example",
                "http://127.0.0.1.example",
                "http://10.0.0.1",
                "http://0.0.0.0",
                "http://[2001:db8::1]",
                "http:opaque"
            })
    void is_not_guarded_otherwise(String url) {
        assertFalse(Guarded.is(URI.create(url)));
    }
}
