package io.quittance.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.bootstrap.trouble.Trouble;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Who may read metrics and the details of health")
class MonitoringTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, OPEN",
        "127.0.0.2, OPEN",
        "localhost, OPEN",
        "::1, OPEN",
        "0.0.0.0, TOKEN",
        "::, TOKEN",
        "10.0.0.7, TOKEN",
        "127.example, TOKEN"
    })
    void goes_by_who_reaches_the_port(String host, Monitoring usual) {
        assertEquals(
                usual,
                SettingsReader.read(Map.of("QUITTANCE_MANAGEMENT_HOST", host)).monitoring());
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, open, OPEN", "127.0.0.1, TOKEN, TOKEN"})
    void goes_before_that_by_the_setting(String host, String text, Monitoring read) {
        assertEquals(
                read,
                SettingsReader.read(Map.of("QUITTANCE_MANAGEMENT_HOST", host, "QUITTANCE_MONITORING", text))
                        .monitoring());
    }

    @Test
    void is_one_of_two() {
        assertEquals(
                "QUITTANCE_MONITORING is 'yes' (expected: open or token).",
                assertThrows(Trouble.class, () -> SettingsReader.read(Map.of("QUITTANCE_MONITORING", "yes")))
                        .getMessage());
    }
}
