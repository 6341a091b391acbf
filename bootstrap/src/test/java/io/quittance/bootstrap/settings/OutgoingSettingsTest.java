package io.quittance.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.guard.Allowed;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "QUITTANCE_OUTGOING_SCHEMES|ftp|https, or http,https"
            })
    void say_which_one_is_wrong_and_what_was_expected(String name, String value, String expected) {
        String message = assertThrows(Trouble.class, () -> SettingsReader.read(Map.of(name, value)))
                .getMessage();

        assertTrue(message.startsWith(name + " is '" + value + "' (expected: "), message);
        assertTrue(message.contains(expected), message);
    }
}
