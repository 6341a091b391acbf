package io.quittance.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An outage of the database")
class OutageTest {
    private static final SQLException REFUSED = new SQLException("link failure", new Exception("Connection refused"));
    private static final String SENTENCE =
            "The database is not available: could not get a connection (Connection refused).";

    private final List<String> told = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final Outage outage = new Outage(nanos::get, told::add, told::add);

    private void missed(int times) {
        for (int i = 0; i < times; i++) {
            outage.missed("get a connection", REFUSED);
        }
    }

    private void after(long seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void is_told_when_it_begins_each_ten_seconds_with_its_count_and_when_it_ends() {
        missed(500);
        after(9);
        missed(40);
        after(1);
        missed(3);
        missed(7);
        after(10);
        missed(1);
        after(2);
        outage.answered();
        outage.answered();

        assertEquals(
                List.of(
                        SENTENCE,
                        SENTENCE + " It was missed 541 times in 10 s.",
                        SENTENCE + " It was missed 551 times in 20 s.",
                        "The database is back, after 20 s in which it was missed 551 times."),
                told);
    }

    @Test
    void goes_on_while_some_get_through_and_others_do_not() {
        for (int i = 0; i < 9; i++) {
            missed(1);
            outage.answered();
            after(1);
            outage.answered();
        }

        assertEquals(List.of(SENTENCE), told);
    }

    @Test
    void that_comes_again_is_told_again() {
        missed(1);
        after(3);
        outage.answered();
        after(60);
        missed(1);

        assertEquals(
                List.of(SENTENCE, "The database is back, after 0 s in which it was missed 1 times.", SENTENCE), told);
    }
}
