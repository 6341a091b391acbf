package io.quittance.domain.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A time that upstream tells")
class CausalityTest {
    private static final Instant ASKED = Instant.parse("2026-03-01T12:00:08.621Z");
    private static final Instant SAME_SECOND = Instant.parse("2026-03-01T12:00:08Z");
    private static final Instant LATER = Instant.parse("2026-03-01T12:00:09Z");

    @Test
    void is_never_shown_before_its_cause() {
        assertEquals(ASKED, Causality.notBefore(ASKED, SAME_SECOND));
        assertEquals(LATER, Causality.notBefore(ASKED, LATER));
        assertEquals(ASKED, Causality.notBefore(ASKED, ASKED));
        assertEquals(Optional.of(ASKED), Causality.notBefore(ASKED, Optional.of(SAME_SECOND)));
        assertEquals(Optional.empty(), Causality.notBefore(ASKED, Optional.empty()));
    }

    @Test
    void of_something_that_nobody_asked_us_for_is_not_before_its_beginning() {
        assertEquals(SAME_SECOND, Causality.begun(ASKED, Optional.of(SAME_SECOND)));
        assertEquals(ASKED, Causality.begun(ASKED, Optional.of(LATER)));
        assertEquals(ASKED, Causality.begun(ASKED, Optional.empty()));
    }
}
