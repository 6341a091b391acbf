package io.quittance.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.retention.Keeping;
import io.quittance.bootstrap.settings.Settings.Database;
import io.quittance.bootstrap.settings.Settings.Upstream;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.guard.Allowed;
import io.quittance.http.guard.Outgoing;
import io.quittance.http.server.ClientLimits;
import io.quittance.http.signing.KeyReference;
import io.quittance.persistence.database.DatabaseLimits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The settings")
class SettingsTest {
    private static Settings read(Map<String, String> environment) {
        return SettingsReader.read(environment);
    }

    private static String refused(Map<String, String> environment) {
        return assertThrows(Trouble.class, () -> read(environment)).getMessage();
    }

    @Nested
    class Without_any_variable {
        @Test
        void are_those_of_the_run_contract() {
            Settings expected = new Settings(
                    "127.0.0.1",
                    8080,
                    "127.0.0.1",
                    9090,
                    Set.of(),
                    Monitoring.OPEN,
                    URI.create("http://127.0.0.1:8080"),
                    Path.of("data"),
                    Optional.empty(),
                    new Upstream.Simulator(Duration.ofMillis(200)),
                    new Outgoing(Allowed.of("loopback, private"), Set.of("http", "https")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    ClientLimits.USUAL,
                    Edge.USUAL,
                    new Keeping(Optional.empty(), Optional.of(Period.ofDays(30)), Optional.of(Period.ofDays(90))),
                    DatabaseLimits.USUAL,
                    Map.of());

            assertEquals(expected, read(Map.of()));
        }

        @Test
        void are_the_same_as_with_empty_ones() {
            assertEquals(read(Map.of()), read(Map.of("QUITTANCE_PORT", " ", "QUITTANCE_UPSTREAM", "")));
        }
    }

    @Nested
    class With_all_variables {
        private final Map<String, String> environment = Map.ofEntries(
                Map.entry("QUITTANCE_PORT", "18080"),
                Map.entry("QUITTANCE_MANAGEMENT_PORT", "19090"),
                Map.entry("QUITTANCE_MANAGEMENT_HOST", "0.0.0.0"),
                Map.entry("QUITTANCE_MANAGEMENT_NAMES", "Pay-Admin.example, pay-1"),
                Map.entry("QUITTANCE_MONITORING", "Open"),
                Map.entry("QUITTANCE_PUBLIC_URL", "https://pay.example/base/"),
                Map.entry("QUITTANCE_DATA", "/var/lib/quittance"),
                Map.entry("QUITTANCE_DB_URL", "jdbc:mysql://db:3306/quittance?useSSL=true"),
                Map.entry("QUITTANCE_DB_USER", "q"),
                Map.entry("QUITTANCE_DB_PASSWORD", "geheim"),
                Map.entry("QUITTANCE_UPSTREAM", "payermax"),
                Map.entry("QUITTANCE_UPSTREAM_URL", "https://pay-gate.payermax.com/aggregate-pay/api/gateway"),
                Map.entry("QUITTANCE_OUTGOING_ALLOW", "10.1.0.0/16, Hooks.internal"),
                Map.entry("QUITTANCE_OUTGOING_SCHEMES", "HTTPS"),
                Map.entry("QUITTANCE_GATEWAY_KEY", "/keys/gateway.pem"),
                Map.entry("QUITTANCE_BODY_KEY", "/keys/body"),
                Map.entry("QUITTANCE_AUDIT_KEY", "/keys/audit"),
                Map.entry("QUITTANCE_CLIENT_CONNECTIONS", "5000"),
                Map.entry("QUITTANCE_CLIENT_CONNECTIONS_PER_ADDRESS", "5000"),
                Map.entry("QUITTANCE_CLIENT_PATIENCE", "20s"),
                Map.entry("QUITTANCE_CLIENT_IDLE", "5m"),
                Map.entry("QUITTANCE_KEEP_ORDERS", "13m"),
                Map.entry("QUITTANCE_KEEP_RELAYS", "1 Y"),
                Map.entry("QUITTANCE_KEEP_SIMULATED", "never"),
                Map.entry("QUITTANCE_DB_CONNECTIONS", "20"),
                Map.entry("QUITTANCE_DB_WORK_CONNECTIONS", "12"),
                Map.entry("QUITTANCE_DB_WAIT", "2m"));

        @Test
        void are_what_they_say() {
            Settings expected = new Settings(
                    "0.0.0.0",
                    18080,
                    "0.0.0.0",
                    19090,
                    Set.of("pay-admin.example", "pay-1"),
                    Monitoring.OPEN,
                    URI.create("https://pay.example/base"),
                    Path.of("/var/lib/quittance"),
                    Optional.of(new Database("jdbc:mysql://db:3306/quittance?useSSL=true", "q", "geheim")),
                    new Upstream.PayerMax(URI.create("https://pay-gate.payermax.com/aggregate-pay/api/gateway")),
                    new Outgoing(Allowed.of("10.1.0.0/16,hooks.internal"), Set.of("https")),
                    Optional.empty(),
                    Optional.of(new KeyReference("file:/keys/gateway.pem")),
                    Optional.of(Path.of("/keys/body")),
                    Optional.of(Path.of("/keys/audit")),
                    new ClientLimits(5_000, 5_000, Duration.ofSeconds(20), Duration.ofMinutes(5)),
                    Edge.USUAL,
                    new Keeping(Optional.of(Period.ofMonths(13)), Optional.of(Period.ofYears(1)), Optional.empty()),
                    new DatabaseLimits(20, 12, Duration.ofMinutes(2)),
                    Map.of());

            assertEquals(expected, read(environment));
        }

        @Test
        void never_show_the_password() {
            assertFalse(read(environment).toString().contains("geheim"));
        }

        @Test
        void reach_a_management_port_that_listens_everywhere_on_this_machine() {
            assertEquals(URI.create("http://127.0.0.1:19090"), read(environment).managementUrl());
        }
    }

    @Test
    void refuse_a_variable_that_is_none_and_name_the_nearest() {
        assertEquals(
                "The variable QUITTANCE_PROT is no setting (expected: one of those in docs/operations.md). Is"
                        + " QUITTANCE_PORT meant?",
                refused(Map.of("QUITTANCE_PROT", "7000")));
        assertEquals(
                "The variable QUITTANCE_SERVICE_HOST is no setting (expected: one of those in docs/operations.md).",
                refused(Map.of("QUITTANCE_SERVICE_HOST", "10.0.0.7")));
    }

    @Test
    void pass_over_variables_without_a_value_of_others_and_of_tests() {
        assertEquals(
                read(Map.of()),
                read(Map.of(
                        "QUITTANCE_PROT", " ", "QUITTANCEPORT", "7000", "QUITTANCE_TEST_DB_URL", "jdbc:mysql://h/d")));
    }

    @ParameterizedTest
    @CsvSource({"LOUD,false", "5,false", "DEBUGG,false", "DEBUG,true", "warn,true", "'',true"})
    void refuse_a_level_of_the_log_that_there_is_not(String level, boolean known) {
        Map<String, String> environment = Map.of("QUITTANCE_LOG_LEVEL", level);
        if (known) {
            assertEquals(read(Map.of()), read(environment));
        } else {
            assertEquals(
                    "QUITTANCE_LOG_LEVEL is '" + level + "' (expected: TRACE, DEBUG, INFO, WARN, ERROR, OFF).",
                    refused(environment));
        }
    }

    @Test
    void listen_to_this_machine_alone_while_the_simulator_settles_unless_told_otherwise() {
        Map<String, String> payermax = Map.of(
                "QUITTANCE_UPSTREAM", "payermax",
                "QUITTANCE_UPSTREAM_URL", "https://pay-gate.payermax.com/aggregate-pay/api/gateway");

        assertEquals("127.0.0.1", read(Map.of()).host());
        assertEquals("0.0.0.0", read(payermax).host());
        assertEquals("0.0.0.0", read(Map.of("QUITTANCE_HOST", "0.0.0.0")).host());
        assertEquals(URI.create("http://127.0.0.1:8080"), read(payermax).localUrl());
        assertEquals(
                URI.create("http://[::1]:8080"),
                read(Map.of("QUITTANCE_HOST", "::1")).localUrl());
    }

    @Test
    void serve_accounts_with_payermax_beside_the_simulator_where_its_address_is_set() {
        Settings both =
                read(Map.of("QUITTANCE_UPSTREAM_URL", "https://pay-gate-uat.payermax.com/aggregate-pay/api/gateway"));

        assertEquals(true, both.simulated());
        assertEquals(
                Optional.of(URI.create("https://pay-gate-uat.payermax.com/aggregate-pay/api/gateway")),
                both.payermax());
        assertEquals(Optional.empty(), read(Map.of()).payermax());
    }

    @Test
    void grant_one_address_no_more_connections_than_there_are() {
        ClientLimits few = read(Map.of("QUITTANCE_CLIENT_CONNECTIONS", "100")).clients();

        assertEquals(new ClientLimits(100, 100, Duration.ofSeconds(30), Duration.ofSeconds(60)), few);
    }

    @ParameterizedTest
    @CsvSource({"200ms,PT0.2S", "2s,PT2S", "2 S,PT2S", "5m,PT5M", "24h,PT24H", "PT2S,PT2S", "0ms,PT0S"})
    void take_the_simulators_delay_as_people_write_it(String text, Duration expected) {
        assertEquals(
                new Upstream.Simulator(expected),
                read(Map.of("QUITTANCE_SIMULATOR_DELAY", text)).upstream());
    }

    @ParameterizedTest
    @CsvSource({"90d,P90D", "3 m,P3M", "13M,P13M", "7y,P7Y"})
    void take_the_time_that_orders_are_kept_as_people_write_it(String text, Period expected) {
        assertEquals(
                Optional.of(expected),
                read(Map.of("QUITTANCE_KEEP_ORDERS", text)).keeping().orders());
        assertEquals(
                Optional.empty(),
                read(Map.of("QUITTANCE_KEEP_RELAYS", "Never")).keeping().passedOn());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUITTANCE_PORT|abc|a port from 1 to 65535",
                "QUITTANCE_PORT|0|a port from 1 to 65535",
                "QUITTANCE_PORT|65536|a port from 1 to 65535",
                "QUITTANCE_PORT|-1|a port from 1 to 65535",
                "QUITTANCE_PORT|٨٠٨٠|a port from 1 to 65535",
                "QUITTANCE_MANAGEMENT_PORT|99999999999|a port from 1 to 65535",
                "QUITTANCE_PUBLIC_URL|pay.example|begins with http:// or https://",
                "QUITTANCE_PUBLIC_URL|ftp://pay.example|begins with http:// or https://",
                "QUITTANCE_PUBLIC_URL|https://pay.example?a=b|has no query",
                "QUITTANCE_UPSTREAM|paypal|simulator or payermax",
                "QUITTANCE_SIMULATOR_DELAY|soon|as 200ms, 2s, 5m or PT2S",
                "QUITTANCE_SIMULATOR_DELAY|25h|at most a day",
                "QUITTANCE_SIMULATOR_DELAY|PT-1S|at most a day",
                "QUITTANCE_CLIENT_CONNECTIONS|0|a number from 1 to 999999",
                "QUITTANCE_CLIENT_CONNECTIONS_PER_ADDRESS|many|a number from 1 to 999999",
                "QUITTANCE_CLIENT_PATIENCE|0s|a time above zero",
                "QUITTANCE_DB_CONNECTIONS|0|a number from 1 to 999999",
                "QUITTANCE_DB_WORK_CONNECTIONS|-1|a number from 1 to 999999",
                "QUITTANCE_DB_WAIT|soon|at most a day",
                "QUITTANCE_CLIENT_IDLE|long|at most a day",
                "QUITTANCE_KEEP_ORDERS|always|never, or a time of at least 90 days",
                "QUITTANCE_KEEP_ORDERS|89d|at least 90 days",
                "QUITTANCE_KEEP_ORDERS|2m|at least 90 days",
                "QUITTANCE_KEEP_ORDERS|-1y|at least 90 days",
                "QUITTANCE_KEEP_RELAYS|6d|at least 7 days",
                "QUITTANCE_KEEP_SIMULATED|0m|at least 7 days",
                "QUITTANCE_DB_URL|localhost:3306|jdbc:mysql://HOST:PORT/DATABASE"
            })
    void say_which_variable_is_wrong_and_what_was_expected(String name, String value, String expected) {
        String message = refused(Map.of(name, value));

        assertTrue(message.startsWith(name + " is '" + value + "' (expected: "), message);
        assertTrue(message.contains(expected), message);
    }

    @Test
    void want_two_different_ports() {
        assertEquals(
                "QUITTANCE_PORT and QUITTANCE_MANAGEMENT_PORT are both 9090 (expected: two different ports).",
                refused(Map.of("QUITTANCE_PORT", "9090")));
    }

    @Test
    void want_an_address_when_payermax_settles() {
        assertTrue(refused(Map.of("QUITTANCE_UPSTREAM", "payermax")).contains("QUITTANCE_UPSTREAM_URL is not set"));
    }

    @Test
    void want_the_whole_address_and_not_its_host_alone() {
        for (String host : List.of("https://pay-gate.payermax.com", "https://pay-gate.payermax.com/")) {
            assertEquals(
                    "QUITTANCE_UPSTREAM_URL is 'https://pay-gate.payermax.com', which has no path (expected: the whole"
                            + " base address, as https://pay-gate-uat.payermax.com/aggregate-pay/api/gateway for"
                            + " tests).",
                    refused(Map.of("QUITTANCE_UPSTREAM", "payermax", "QUITTANCE_UPSTREAM_URL", host)));
        }
    }

    @Test
    void want_a_database_for_a_user() {
        assertTrue(
                refused(Map.of("QUITTANCE_DB_USER", "q")).startsWith("QUITTANCE_DB_USER is set but QUITTANCE_DB_URL"));
    }
}
