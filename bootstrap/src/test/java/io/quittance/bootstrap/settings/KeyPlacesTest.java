package io.quittance.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.signing.KeyReference;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The setting of the gateway's key")
class KeyPlacesTest {
    private static Optional<KeyReference> read(String value) {
        return SettingsReader.read(Map.of("QUITTANCE_GATEWAY_KEY", value)).gatewayKey();
    }

    @ParameterizedTest
    @CsvSource({
        "/keys/gateway.pem, file:/keys/gateway.pem",
        "keys/gateway.pem, file:keys/gateway.pem",
        "file:/keys/gateway.pem, file:/keys/gateway.pem",
        "env:GATEWAY_KEY, env:GATEWAY_KEY",
        "pkcs12:/keys/g.p12#g;password=file:/keys/p, pkcs12:/keys/g.p12#g;password=file:/keys/p",
        "pkcs11:/keys/t.cfg#g;password=env:PIN, pkcs11:/keys/t.cfg#g;password=env:PIN"
    })
    void names_a_file_or_another_place(String value, String place) {
        assertEquals(Optional.of(new KeyReference(place)), read(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkcs12:/keys/g.p12",
                "env:",
                "pkcs11:/keys/t.cfg#g;password=4711",
                "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----"
            })
    void is_not_shown_if_it_is_none_as_it_may_be_the_key_itself(String value) {
        assertEquals(
                "QUITTANCE_GATEWAY_KEY names no place of a key (expected: a file, or file:PATH, env:NAME,"
                        + " pkcs12:PATH#ALIAS;password=file:PATH or =env:NAME, or pkcs11: with the same).",
                assertThrows(Trouble.class, () -> read(value)).getMessage());
    }
}
