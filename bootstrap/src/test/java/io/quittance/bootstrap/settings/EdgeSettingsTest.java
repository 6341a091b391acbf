package io.quittance.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.peer.Proxies;
import io.quittance.http.tls.TlsFiles;
import io.quittance.http.wire.StrangerLimits;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Settings of the edge")
class EdgeSettingsTest {
    private static Edge edge(Map<String, String> environment) {
        return SettingsReader.read(environment).edge();
    }

    private static String refused(String name, String value) {
        return assertThrows(Trouble.class, () -> edge(Map.of(name, value))).getMessage();
    }

    @Test
    void are_what_they_say() {
        assertEquals(
                new Edge(
                        new StrangerLimits(OptionalInt.of(50), OptionalInt.empty()),
                        Proxies.of("10.0.0.7,fd00::/8"),
                        Optional.of(new TlsFiles(Path.of("/tls/chain.pem"), Path.of("/tls/key.pem")))),
                edge(Map.of(
                        "QUITTANCE_LIMIT_ADDRESS", "50",
                        "QUITTANCE_LIMIT_APP", "Off",
                        "QUITTANCE_PROXIES", "10.0.0.7, fd00::/8",
                        "QUITTANCE_TLS_CERTIFICATE", "/tls/chain.pem",
                        "QUITTANCE_TLS_KEY", "/tls/key.pem")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "off", "OFF"})
    void switch_a_limit_off(String off) {
        assertEquals(
                StrangerLimits.NONE,
                edge(Map.of("QUITTANCE_LIMIT_ADDRESS", off, "QUITTANCE_LIMIT_APP", off))
                        .strangers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "many", "00", "1000000"})
    void say_what_a_limit_may_be(String value) {
        assertEquals(
                "QUITTANCE_LIMIT_APP is '" + value
                        + "' (expected: how many failures a minute, from 1 to 999999, or off).",
                refused("QUITTANCE_LIMIT_APP", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.7/8", "0.0.0.0/0", "10.0.0.7,", "10.0.0.0/33"})
    void say_what_proxies_may_be(String value) {
        assertEquals(
                "QUITTANCE_PROXIES is '" + value + "' (expected: addresses or ranges of your own proxies, with commas"
                        + " between, as 10.0.0.7 or 10.1.0.0/16).",
                refused("QUITTANCE_PROXIES", value));
    }

    @Test
    void want_a_certificate_and_its_key_or_neither() {
        assertEquals(
                "QUITTANCE_TLS_KEY is set but QUITTANCE_TLS_CERTIFICATE is not (expected: both, or none for plain"
                        + " HTTP).",
                refused("QUITTANCE_TLS_KEY", "/tls/key.pem"));
        assertEquals(
                "QUITTANCE_TLS_CERTIFICATE is set but QUITTANCE_TLS_KEY is not (expected: both, or none for plain"
                        + " HTTP).",
                refused("QUITTANCE_TLS_CERTIFICATE", "/tls/chain.pem"));
    }

    @Test
    void make_the_addresses_of_a_port_with_tls_begin_with_https() {
        Settings settings = SettingsReader.read(Map.of("QUITTANCE_TLS_CERTIFICATE", "c", "QUITTANCE_TLS_KEY", "k"));

        assertEquals(URI.create("https://127.0.0.1:8080"), settings.publicUrl());
        assertEquals(URI.create("https://127.0.0.1:8080"), settings.localUrl());
        assertEquals(URI.create("http://127.0.0.1:9090"), settings.managementUrl());
    }
}
