package io.quittance.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.bootstrap.trouble.Trouble;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Settings with a secret in them")
class SecretSettingsTest {
    private static String refused(Map<String, String> environment) {
        return assertThrows(Trouble.class, () -> SettingsReader.read(environment))
                .getMessage();
    }

    @Test
    void never_repeat_a_password_that_stands_in_an_address() {
        String database = refused(Map.of("QUITTANCE_DB_URL", "jdbc:oracle://q:geheim@db/x?password=geheim"));
        String publicUrl = refused(Map.of("QUITTANCE_PUBLIC_URL", "https://q:geheim@pay.example"));

        assertFalse((database + publicUrl).contains("geheim"), database + publicUrl);
    }
}
