package io.quittance.domain.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A failure")
class FailureTest {
    @Test
    void keeps_upstreams_words() {
        assertEquals("ISSUER_PAYMENT_REJECTED", new Failure(" ISSUER_PAYMENT_REJECTED ", "").code());
        assertEquals("The issuer says no.", new Failure("X", "The issuer says no.\n").message());
    }

    @Test
    void is_payment_failed_where_upstream_gives_no_code() {
        assertEquals(new Failure("PAYMENT_FAILED", "because"), new Failure(" ", "because"));
    }

    @Test
    void is_cut_where_it_is_too_long_and_never_inside_a_character() {
        String fox = "\uD83E\uDD8A";
        Failure longest = new Failure(fox.repeat(64), fox.repeat(256));

        assertEquals(longest, new Failure(fox.repeat(65), fox.repeat(257)));
        assertEquals(fox.repeat(64), longest.code());
        assertEquals(fox.repeat(256), longest.message());
    }

    @Test
    void breaks_no_line_and_no_database() {
        assertEquals(new Failure("A\uFFFDB", "c\uFFFDd\uFFFD"), new Failure("A\nB", "c\u0000d\uD83E"));
    }
}
