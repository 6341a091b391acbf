package io.quittance.application.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a person says")
class HandTest {
    @Test
    void is_kept_without_blanks_around_it_and_without_card_numbers() {
        assertEquals(
                new Hand("Ada", "the card **** **** **** 1111 is theirs"),
                new Hand(" Ada ", "the card 4111 1111 1111 1111 is theirs "));
    }

    @Test
    void is_said_at_all() {
        assertThrows(IllegalArgumentException.class, () -> new Hand("Ada", " "));
        assertThrows(IllegalArgumentException.class, () -> new Hand("", "why"));
    }
}
