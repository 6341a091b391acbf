package io.quittance.application.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.transaction.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The log of faults")
class FaultLogTest {
    private final HandClock clock = new HandClock(Given.NOON);
    private final List<String> told = new ArrayList<>();
    private final FaultLog faults = new FaultLog(new Told(), clock);

    /** One line of each, and whether a trace comes with it. */
    private final class Told implements System.Logger {
        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String line, Throwable e) {
            told.add(level + " " + line + (e == null ? "" : " with a trace"));
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String line, Object... values) {
            log(level, bundle, line, (Throwable) null);
        }
    }

    private static IllegalStateException broken() {
        return new IllegalStateException("broken");
    }

    private static IllegalStateException brokenElsewhere() {
        return new IllegalStateException("broken", new IllegalStateException("elsewhere"));
    }

    @Test
    void tells_the_first_of_each_cause_with_its_trace_and_the_others_in_a_line() {
        for (int i = 1; i <= 3; i++) {
            faults.tell("system error " + i, broken());
        }
        faults.tell("system error 4", brokenElsewhere());

        assertEquals(
                List.of(
                        "ERROR system error 1 with a trace",
                        "ERROR system error 2: java.lang.IllegalStateException: broken, 2 times within a minute; the"
                                + " first has its trace",
                        "ERROR system error 3: java.lang.IllegalStateException: broken, 3 times within a minute; the"
                                + " first has its trace",
                        "ERROR system error 4 with a trace"),
                told);
    }

    @Test
    void tells_a_trace_again_after_a_minute() {
        faults.tell("one", broken());
        clock.move(Duration.ofSeconds(59));
        faults.tell("two", broken());
        clock.move(Duration.ofSeconds(1));
        faults.tell("three", broken());

        assertEquals(
                List.of(
                        "ERROR one with a trace",
                        "ERROR two: java.lang.IllegalStateException: broken, 2 times within a minute; the first has"
                                + " its trace",
                        "ERROR three with a trace"),
                told);
    }

    @Test
    void leaves_an_outage_to_those_who_tell_of_it_as_a_whole() {
        faults.tell("system error 1", new StoreUnavailable("The database is not available.", new Exception()));

        assertEquals(List.of("DEBUG system error 1: The database is not available."), told);
    }
}
