package io.quittance.application.capture;

import static io.quittance.application.capture.PlayedAcquirer.EXCHANGE;
import static io.quittance.application.capture.Scene.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errand.Step;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.lifecycle.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A call upstream that was cut off when the process died")
class CutOffCallTest {
    private static final Answer<Said> TAKEN = new Answer.Taken<>(EXCHANGE, said());

    private final Scene scene = new Scene();
    private final Capture capture = scene.requested();

    /** The end of a process, as a test can play it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @BeforeEach
    void the_process_dies_during_the_call() {
        scene.acquirer.answers(() -> {
            throw new Killed();
        });
        assertThrows(Killed.class, this::run);
        scene.clock.move(Duration.ofSeconds(10));
    }

    private Optional<Instant> run() {
        return scene.runner.run(scene.lease(capture), errand()).again();
    }

    private Errand errand() {
        return scene.errand(capture).orElseThrow();
    }

    @Test
    void has_left_its_mark() {
        assertTrue(errand().sending());
    }

    @Nested
    class To_an_upstream_that_knows_its_ids {
        @Test
        void is_made_again() {
            scene.acquirer.knowsItsIds(true).answers(TAKEN);

            run();

            assertEquals(2, scene.acquirer.asked().size());
            assertEquals(2, errand().attempt());
            assertEquals(Step.WATCH, errand().step());
        }

        @Test
        void makes_a_later_refusal_one_of_a_repeat() {
            scene.acquirer.knowsItsIds(true).answers(new Answer.Refused<>(EXCHANGE, new Failure("ORDER_REPEAT", "")));

            run();

            assertEquals("PENDING", scene.state(capture));
            assertEquals(0, scene.store.outbox().size());
        }
    }

    @Nested
    class To_an_upstream_that_does_not {
        @Test
        void is_never_made_again() {
            scene.acquirer.knowsItsIds(false).answers(TAKEN);

            assertEquals(Optional.empty(), run());

            assertEquals(1, scene.acquirer.asked().size(), "only the call that was cut off");
            assertEquals(Step.WATCH, errand().step());
            assertEquals(scene.clock.instant().plus(Duration.ofHours(24)), errand().dueAt());
            assertEquals(List.of(Kind.REQUESTED, Kind.ANSWERED), scene.kinds(capture));
        }

        @Test
        void still_ends_by_the_message() {
            scene.acquirer.knowsItsIds(false);
            run();

            scene.settle(capture, scene.settled());

            assertEquals("SUCCESS", scene.state(capture));
            assertEquals(Optional.empty(), scene.errand(capture));
            assertEquals(1, scene.deliveries(capture).size());
            assertEquals(Given.NOON, scene.now(capture).createdAt());
        }
    }
}
