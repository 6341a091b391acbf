package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.store.Given;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The temper of a lane")
class TemperTest {
    private static final LaneNews.Ill ILL = new LaneNews.Ill("no connection", Optional.of("app a at a.example"));
    private static final Instant THEN = Given.NOON;

    private final Temper temper = new Temper();

    @Test
    void is_failing_when_five_in_a_row_went_wrong() {
        for (int entry = 1; entry < Temper.FAILURES; entry++) {
            temper.ill(entry, ILL, THEN);
            assertEquals(Optional.empty(), temper.failing());
        }

        temper.ill(Temper.FAILURES, ILL, THEN);

        assertEquals(Optional.of(new Failing(THEN, "no connection", ILL.whom())), temper.failing());
    }

    @Test
    void is_failing_when_nothing_went_right_for_long_however_few_there_are() {
        temper.ill(1, ILL, THEN);
        temper.ill(1, ILL, THEN.plusSeconds(30));
        temper.ill(1, ILL, THEN.plus(Temper.LONG).minusMillis(1));
        assertEquals(Optional.empty(), temper.failing());

        Instant late = THEN.plus(Temper.LONG);
        temper.ill(1, ILL, late);

        assertEquals(late, temper.failing().orElseThrow().since());
    }

    @Test
    void is_even_again_after_a_good_answer_and_counts_from_there() {
        temper.ill(1, ILL, THEN);
        temper.fine(false, THEN.plusSeconds(60));

        temper.ill(1, ILL, THEN.plus(Temper.LONG));

        assertEquals(Optional.empty(), temper.failing());
    }
}
