package io.quittance.domain.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is passed on")
class RelayNamesTest {
    private static final String LONGEST = "a".repeat(64);

    @ParameterizedTest
    @ValueSource(strings = {"orderAndPay", "a", "9"})
    void is_asked_by_the_name_of_an_api(String name) {
        assertEquals(Optional.of(new ApiName(name)), ApiName.of(name));
        assertEquals(name, new ApiName(name).toString());
        assertEquals(Optional.of(new ApiName(LONGEST)), ApiName.of(LONGEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "../capture", "a b", "order-query", "\u00e4"})
    void is_asked_by_no_other(String name) {
        assertEquals(Optional.empty(), ApiName.of(name));
        assertThrows(IllegalArgumentException.class, () -> new ApiName(name));
        assertEquals(Optional.empty(), ApiName.of(LONGEST + "a"));
    }

    @Test
    void has_a_number_that_is_told_from_what_is_none() {
        assertEquals(Optional.of(new RelayId("L1")), RelayId.of("L1"));
        assertEquals(Optional.empty(), RelayId.of(""));
        assertEquals(Optional.empty(), RelayId.of(LONGEST + "a"));
    }

    @Test
    void is_named_in_the_log_by_its_numbers_and_topic() {
        assertEquals("L1", new RelayId("L1").toString());
        assertEquals("F1", new NewsId("F1").toString());
        assertEquals("REFUND R1", new NewsTopic("REFUND", "R1").toString());
    }
}
