package io.quittance.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.guard.Allowed;
import io.quittance.http.outbound.OutgoingProxy.Except;
import io.quittance.http.outbound.OutgoingProxy.Login;
import io.quittance.http.outbound.OutgoingProxy.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Settings of outgoing calls")
class OutgoingSettingsTest {
    private static Allowed allowed(Map<String, String> environment) {
        return SettingsReader.read(environment).outgoing().allowed();
    }

    @Test
    void let_merchants_name_inner_addresses_only_while_the_simulator_settles_unless_told_otherwise() {
        Map<String, String> payermax = Map.of(
                "QUITTANCE_UPSTREAM", "payermax",
                "QUITTANCE_UPSTREAM_URL", "https://pay-gate.payermax.com/aggregate-pay/api/gateway");

        assertEquals(Allowed.INNER, allowed(Map.of()));
        assertEquals(Allowed.NOTHING, allowed(payermax));
        assertEquals(Allowed.NOTHING, allowed(Map.of("QUITTANCE_OUTGOING_ALLOW", "none")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUITTANCE_OUTGOING_ALLOW|10.0.0.7/8|ranges as 10.1.0.0/16",
                "QUITTANCE_OUTGOING_ALLOW|none,private|none, or with commas between",
                "QUITTANCE_OUTGOING_ALLOW|https://shop.example|host names",
                "QUITTANCE_OUTGOING_SCHEMES|ftp|https, or http,https",
                "QUITTANCE_OUTGOING_PROXY_EXCEPT|http://a.example|ranges as 10.1.0.0/16",
                "QUITTANCE_OUTGOING_PROXY_NAMES|there|here or proxy"
            })
    void say_which_one_is_wrong_and_what_was_expected(String name, String value, String expected) {
        Map<String, String> environment = Map.of(name, value, "QUITTANCE_OUTGOING_PROXY", "http://proxy.example:3128");
        String message = assertThrows(Trouble.class, () -> SettingsReader.read(environment))
                .getMessage();

        assertTrue(message.startsWith(name + " is '" + value + "' (expected: "), message);
        assertTrue(message.contains(expected), message);
    }

    @Test
    void name_the_proxy_who_goes_past_it_and_who_looks_names_up() {
        Map<String, String> environment = Map.of(
                "QUITTANCE_OUTGOING_PROXY", "http://Proxy.example:3128",
                "QUITTANCE_OUTGOING_PROXY_LOGIN", "/keys/proxy",
                "QUITTANCE_OUTGOING_PROXY_EXCEPT", "Hooks.internal",
                "QUITTANCE_OUTGOING_PROXY_NAMES", "Proxy");

        assertEquals(
                Optional.of(new ProxySetting(
                        new Place("proxy.example", 3128, Optional.empty()),
                        Optional.of(Path.of("/keys/proxy")),
                        Except.of("hooks.internal"),
                        true)),
                SettingsReader.read(environment).proxy());
        assertEquals(Optional.empty(), SettingsReader.read(Map.of()).proxy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"proxy.example:secret", "https://us:secret@proxy.example:1", "http://us:secret@proxy.example"})
    void say_that_the_proxy_is_none_and_nothing_of_a_password(String value) {
        assertEquals(
                "QUITTANCE_OUTGOING_PROXY is not the address of an HTTP proxy (expected: http://HOST:PORT, or"
                        + " http://USER:PASSWORD@HOST:PORT).",
                assertThrows(Trouble.class, () -> SettingsReader.read(Map.of("QUITTANCE_OUTGOING_PROXY", value)))
                        .getMessage());
    }

    @Test
    void say_which_one_is_missing_or_too_much() {
        assertEquals(
                "QUITTANCE_OUTGOING_PROXY_EXCEPT is set but QUITTANCE_OUTGOING_PROXY is not (expected: the proxy's"
                        + " address as well, http://HOST:PORT, or http://USER:PASSWORD@HOST:PORT).",
                assertThrows(
                                Trouble.class,
                                () -> SettingsReader.read(Map.of("QUITTANCE_OUTGOING_PROXY_EXCEPT", "a.example")))
                        .getMessage());
        Map<String, String> both = Map.of(
                "QUITTANCE_OUTGOING_PROXY", "http://us:secret@proxy.example:3128",
                "QUITTANCE_OUTGOING_PROXY_LOGIN", "/keys/proxy");
        assertEquals(
                "QUITTANCE_OUTGOING_PROXY has a user in it, and QUITTANCE_OUTGOING_PROXY_LOGIN is set as well"
                        + " (expected: one of both).",
                assertThrows(Trouble.class, () -> SettingsReader.read(both)).getMessage());
    }

    @Test
    void take_the_login_of_the_proxy_from_a_file_when_it_is_needed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("login");
        Map<String, String> environment = Map.of(
                "QUITTANCE_OUTGOING_PROXY",
                "http://proxy.example:3128",
                "QUITTANCE_OUTGOING_PROXY_LOGIN",
                file.toString());
        ProxySetting proxy = SettingsReader.read(environment).proxy().orElseThrow();

        assertTrue(assertThrows(Trouble.class, proxy::open).getMessage().contains(file.toString()));
        Files.writeString(file, "secret");
        assertEquals(
                "QUITTANCE_OUTGOING_PROXY_LOGIN names " + file
                        + ", which holds no login (expected: USER:PASSWORD in one line).",
                assertThrows(Trouble.class, proxy::open).getMessage());
        Files.writeString(file, "us:secret\n");
        assertEquals(Optional.of(new Login("us", "secret")), proxy.open().login());
    }
}
