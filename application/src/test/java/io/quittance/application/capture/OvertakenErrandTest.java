package io.quittance.application.capture;

import static io.quittance.application.capture.PlayedAcquirer.EXCHANGE;
import static io.quittance.application.capture.Scene.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.lifecycle.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("An errand that was overtaken")
class OvertakenErrandTest {
    private static final Failure WHY = new Failure("ISSUER_PAYMENT_REJECTED", "no");
    private static final Answer<Said> TAKEN = new Answer.Taken<>(EXCHANGE, said());
    private static final Answer<Said> REFUSED = new Answer.Refused<>(EXCHANGE, WHY);
    private static final Answer<Said> NOT_PROCESSED = new Answer.NotProcessed<>(EXCHANGE, "not connected");
    private static final Answer<Said> UNKNOWN = new Answer.Unknown<>(EXCHANGE, "timed out");

    private final Scene scene = new Scene();
    private final Capture capture = scene.requested();

    private Optional<Instant> run() {
        return scene.runner.run(scene.lease(capture), errand()).again();
    }

    private Errand errand() {
        return scene.errand(capture).orElseThrow();
    }

    @Nested
    class Whose_capture_ends_by_a_message_during_the_call {
        private void messageDuringTheCall(Answer<Said> answer) {
            scene.acquirer.answers(() -> {
                scene.settle(capture, scene.settled());
                return answer;
            });
            run();
        }

        @Test
        void announces_once_when_the_answer_says_the_same() {
            messageDuringTheCall(new Answer.Taken<>(EXCHANGE, said(scene.settled())));

            assertEquals("SUCCESS", scene.state(capture));
            assertEquals(1, scene.store.outbox().size());
            assertEquals(Optional.empty(), scene.errand(capture));
        }

        @Test
        void has_nothing_left_to_ask_whatever_the_answer() {
            for (Answer<Said> answer : List.of(TAKEN, NOT_PROCESSED, UNKNOWN)) {
                Scene another = new Scene();
                Capture ended = another.requested();
                another.acquirer.answers(() -> {
                    another.settle(ended, another.settled());
                    return answer;
                });

                Errand errand = another.errand(ended).orElseThrow();
                assertEquals(
                        Optional.empty(),
                        another.runner.run(another.lease(ended), errand).again());

                assertEquals(Optional.empty(), another.errand(ended));
                assertEquals("SUCCESS", another.state(ended));
                assertEquals(1, another.store.outbox().size());
            }
        }

        @Test
        void leaves_a_refusal_that_contradicts_it_to_a_person() {
            messageDuringTheCall(REFUSED);

            assertEquals("SUCCESS", scene.state(capture));
            assertEquals(1, scene.store.outbox().size());
            assertEquals(
                    "already succeeded",
                    scene.discrepancies().getFirst().discrepancy().why());
        }
    }

    @Nested
    class Whose_capture_has_ended_before {
        @Test
        void is_dropped_without_a_call() {
            Errand read = errand();
            scene.settle(capture, scene.settled());

            assertEquals(
                    Optional.empty(),
                    scene.runner.run(scene.lease(capture), read).again());

            assertEquals(List.of(), scene.acquirer.asked());
        }

        @Test
        void is_not_overdue_though_its_watch_was_read_before_the_message_came() {
            Errand read = errand().watching(scene.clock.instant());
            scene.settle(capture, scene.settled());

            scene.runner.run(scene.lease(capture), read);

            assertEquals(0, scene.store.operations().of(Sort.CAPTURE).overdue());
            assertFalse(scene.kinds(capture).contains(Kind.OVERDUE));
        }
    }

    @Nested
    class Of_a_shard_with_a_newer_owner {
        @Test
        void is_not_sent() {
            var stale = scene.lease(capture);
            scene.losesItsShards();

            assertEquals(Optional.empty(), scene.runner.run(stale, errand()).again());

            assertEquals(List.of(), scene.acquirer.asked());
            assertFalse(errand().sending());
        }

        @Test
        void writes_nothing_of_an_answer_that_came_too_late() {
            scene.acquirer.answers(() -> {
                scene.losesItsShards();
                return REFUSED;
            });

            assertEquals(Optional.empty(), run());

            assertEquals("PENDING", scene.state(capture));
            assertEquals(List.of(Kind.REQUESTED), scene.kinds(capture));
            assertTrue(errand().sending(), "the newer owner finds the mark");
            assertEquals(List.of(), scene.deliveriesRung);
        }
    }
}
