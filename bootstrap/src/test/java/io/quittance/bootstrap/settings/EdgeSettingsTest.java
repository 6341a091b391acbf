package io.quittance.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.wire.StrangerLimits;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
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
}
