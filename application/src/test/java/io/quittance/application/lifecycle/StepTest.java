package io.quittance.application.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A move as the journal tells it")
class StepTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PENDING -> SUCCESS, on the word of a query | SUCCESS",
                "ACTIVE (T1 PENDING) -> PAID (T1 SUCCESS), on the word of upstream | PAID",
                "ACTIVE -> PAID (T1 SUCCESS, T2 FAI | PAID",
                "ACTIVE -> PA | ",
                "ACTIVE (T1 PENDING | ",
                "nothing moved | ",
            })
    void names_the_state_that_it_led_to_if_that_can_be_told(String line, String name) {
        assertEquals(Optional.ofNullable(name), Step.nameAfter(line));
    }
}
