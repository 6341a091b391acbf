package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.shard.Leases;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A sign")
class SignsTest {
    @Nested
    class Of_the_database {
        private Optional<String> after(Duration renewed) {
            return new LeaseSign(() -> Optional.of(renewed), Optional::empty).wrong();
        }

        @Test
        void is_well_while_the_leases_are_renewed_in_time() {
            assertEquals(Optional.empty(), after(Duration.ZERO));
            assertEquals(Optional.empty(), after(Leases.SPAN.minusMillis(1)));
        }

        @Test
        void says_why_they_could_not_be_renewed() {
            assertEquals(
                    Optional.of("cannot write: the server is read-only"),
                    new LeaseSign(() -> Optional.of(Duration.ZERO), () -> Optional.of("the server is read-only"))
                            .wrong());
        }

        @Test
        void says_that_it_does_not_answer_where_they_neither_were_nor_failed() {
            assertEquals(
                    Optional.of("cannot write: the database does not answer; the leases were renewed 6 s ago"
                            + " (expected: within 6 s)"),
                    after(Leases.SPAN));
        }

        @Test
        void says_nothing_of_an_instance_that_has_none() {
            assertEquals(Optional.empty(), new LeaseSign(Optional::empty, Optional::empty).wrong());
        }
    }

    @Nested
    class Of_a_worker {
        private Optional<String> after(Duration turned) {
            return new WorkerSign("errands", () -> turned).wrong();
        }

        @Test
        void is_well_while_it_turned_lately() {
            assertEquals(Optional.empty(), after(WorkerSign.LATELY.minusMillis(1)));
        }

        @Test
        void says_that_it_does_not_turn() {
            assertEquals(
                    Optional.of("the worker of errands has not turned for 30 s (expected: within 30 s)"),
                    after(WorkerSign.LATELY));
        }
    }
}
