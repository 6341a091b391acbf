package io.quittance.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A start")
@Timeout(60)
class StartWaitTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final AtomicInteger tried = new AtomicInteger();

    @Test
    void goes_on_when_the_database_answers_late() {
        DatabaseUnavailable away = DatabaseUnavailable.during("connect", new SQLException("nobody there"));

        String found = StartWait.until(LONG, () -> {
            if (tried.incrementAndGet() < 3) {
                throw away;
            }
            return "open";
        });

        assertEquals("open at the 3rd", found + " at the " + tried + "rd");
    }

    @Test
    void ends_at_once_where_a_person_has_to_do_something() {
        DatabaseUnavailable wrong = new DatabaseUnavailable("The password is wrong.", new SQLException("no"));

        assertSame(
                wrong,
                assertThrows(
                        DatabaseUnavailable.class,
                        () -> StartWait.until(LONG, () -> {
                            tried.incrementAndGet();
                            throw wrong;
                        })));
        assertEquals(1, tried.get());
    }

    @Test
    void ends_with_the_reason_when_its_time_is_over() {
        DatabaseUnavailable away = DatabaseUnavailable.during("connect", new SQLException("nobody there"));

        assertSame(
                away,
                assertThrows(
                        DatabaseUnavailable.class,
                        () -> StartWait.until(Duration.ofMillis(1), () -> {
                            throw away;
                        })));
    }
}
