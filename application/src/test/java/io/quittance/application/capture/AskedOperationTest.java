package io.quittance.application.capture;

import static io.quittance.application.capture.PlayedAcquirer.EXCHANGE;
import static io.quittance.application.capture.Scene.AMOUNT;
import static io.quittance.application.capture.Scene.ORDER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errand.Step;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Search;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.lifecycle.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A capture at an acquirer that can be asked where it stands")
class AskedOperationTest {
    private static final Answer<Said> PENDING =
            new Answer.Taken<>(EXCHANGE, new Said.Has(new Report.Processing(Terms.UNSAID)));
    private static final Answer<Said> NUMBERED = new Answer.Taken<>(EXCHANGE, Scene.said());
    private static final Answer<Said> HAS_NOT = new Answer.Taken<>(EXCHANGE, new Said.HasNot());
    private static final Answer<Said> HAD_ALREADY = new Answer.Taken<>(EXCHANGE, new Said.HadAlready());
    private static final Answer<Said> UNKNOWN = new Answer.Unknown<>(EXCHANGE, "no answer within 10 s");
    private static final Answer<Said> REFUSED = new Answer.Refused<>(EXCHANGE, new Failure("NO", "not now"));

    private final Scene scene = new Scene();
    private final Capture capture = scene.requested();

    @BeforeEach
    void can_be_asked() {
        scene.acquirer.knowsItsIds(false).canBeAsked(true);
    }

    private Answer<Said> settled() {
        return new Answer.Taken<>(
                EXCHANGE,
                new Said.Has(new Report.Settled(GivenOperations.terms(ORDER, AMOUNT), scene.clock.instant())));
    }

    private Errand errand() {
        return scene.errand(capture).orElseThrow();
    }

    /** Runs it as soon as it is due. */
    private Optional<Instant> runs(Answer<Said> answer) {
        scene.acquirer.answers(answer);
        Duration wait = Duration.between(scene.clock.instant(), errand().dueAt());
        scene.clock.move(wait.isNegative() ? Duration.ZERO : wait);
        return scene.runner.run(scene.lease(capture), errand()).again();
    }

    private void waits(Step step, Duration wait) {
        assertEquals(step, errand().step());
        assertEquals(scene.clock.instant().plus(wait), errand().dueAt());
    }

    @Nested
    class Once_taken {
        @BeforeEach
        void is_taken() {
            runs(PENDING);
        }

        @Test
        void is_asked_about_soon_and_then_ever_more_rarely() {
            waits(Step.QUERY, Duration.ofSeconds(5));
            for (Duration wait : SubmitOperation.WAITS.subList(1, SubmitOperation.WAITS.size())) {
                runs(PENDING);
                waits(Step.QUERY, wait);
            }
            runs(PENDING);
            waits(Step.QUERY, SubmitOperation.WAITS.getLast());
            assertEquals(1, scene.acquirer.asked().size(), "it was passed on once");
        }

        @Test
        void ends_by_the_answer_and_that_is_announced_once() {
            runs(settled());

            assertEquals("SUCCESS", scene.state(capture));
            assertEquals(1, scene.deliveries(capture).size());
            assertEquals(Optional.empty(), scene.errand(capture));
        }

        @Test
        void does_not_fail_because_a_question_is_refused() {
            runs(REFUSED);

            assertEquals("PENDING", scene.state(capture));
            assertEquals(Step.QUERY, errand().step());
        }

        @Test
        void is_never_passed_on_again_although_upstream_says_that_it_has_none() {
            for (int i = 0; i < 5; i++) {
                runs(HAS_NOT);
            }

            assertEquals(Step.QUERY, errand().step());
            assertEquals(1, scene.acquirer.asked().size());
        }

        @Test
        void is_overdue_after_a_day_told_of_once_and_asked_about_all_the_same() {
            while (scene.clock.instant().isBefore(Given.NOON.plus(Duration.ofHours(27)))) {
                runs(PENDING);
                scene.overdue.sweep(() -> true);
            }

            assertEquals(1, scene.store.operations().overdue());
            assertEquals(
                    1,
                    scene.kinds(capture).stream().filter(Kind.OVERDUE::equals).count());
            runs(settled());
            assertEquals(0, scene.store.operations().overdue());
        }

        @Test
        void is_asked_again_where_a_question_was_cut_off() {
            scene.store.perform(() -> scene.store.errands().replace(errand().begun()));

            runs(settled());

            assertEquals("SUCCESS", scene.state(capture));
        }

        @Test
        void is_held_and_not_passed_on_where_it_can_be_asked_no_longer() {
            scene.acquirer.canBeAsked(false);

            runs(PENDING);

            assertEquals(1, scene.acquirer.asked().size());
            assertEquals("PENDING", scene.state(capture));
            assertEquals(1, scene.held.all().size());
        }
    }

    @Nested
    class Of_which_nobody_knows_whether_it_arrived {
        @BeforeEach
        void has_no_answer() {
            runs(UNKNOWN);
        }

        @Test
        void is_looked_for() {
            waits(Step.SEEK, Search.FIRST);
        }

        @Test
        void is_passed_on_again_only_after_upstream_has_said_twice_that_it_has_none() {
            runs(HAS_NOT);
            waits(Step.SEEK_AGAIN, Search.BETWEEN);
            runs(HAS_NOT);
            waits(Step.SUBMIT, Duration.ZERO);
            assertEquals(1, scene.acquirer.asked().size());

            runs(NUMBERED);

            assertEquals(2, scene.acquirer.asked().size());
            waits(Step.QUERY, Duration.ofSeconds(5));
        }

        @Test
        void is_followed_where_it_is_found() {
            runs(NUMBERED);

            waits(Step.QUERY, Duration.ofSeconds(5));
            assertEquals(1, scene.acquirer.asked().size());
        }

        @Test
        void does_not_fail_where_the_next_try_is_refused() {
            runs(HAS_NOT);
            runs(HAS_NOT);

            runs(REFUSED);

            assertEquals("PENDING", scene.state(capture));
            assertEquals(Step.SEEK, errand().step());
        }
    }

    @Test
    void that_upstream_had_already_is_asked_about() {
        runs(HAD_ALREADY);

        waits(Step.QUERY, Duration.ofSeconds(5));
        runs(settled());
        assertEquals("SUCCESS", scene.state(capture));
    }

    @Test
    void whose_first_call_was_cut_off_is_looked_for() {
        scene.store.perform(() -> scene.store.errands().replace(errand().begun()));

        runs(PENDING);

        assertEquals(Step.SEEK, errand().step());
        assertEquals(0, scene.acquirer.asked().size());
    }
}
