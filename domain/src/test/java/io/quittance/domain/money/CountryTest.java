package io.quittance.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A country")
class CountryTest {
    @ParameterizedTest
    @ValueSource(strings = {"AZ", "ZA", "PH"})
    void is_two_letters_from_A_to_Z(String code) {
        assertEquals(code, new Country(code).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PHL", "ph", "P1", "@A", "A[", "ÄÖ"})
    void is_nothing_else(String code) {
        assertThrows(IllegalArgumentException.class, () -> new Country(code));
    }
}
