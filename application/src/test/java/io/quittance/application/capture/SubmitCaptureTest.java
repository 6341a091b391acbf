package io.quittance.application.capture;

import static io.quittance.application.capture.PlayedAcquirer.EXCHANGE;
import static io.quittance.application.capture.Scene.AMOUNT;
import static io.quittance.application.capture.Scene.NUMBER;
import static io.quittance.application.capture.Scene.ORDER;
import static io.quittance.application.capture.Scene.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errand.Step;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("An errand to submit a capture")
class SubmitCaptureTest {
    private static final Failure WHY = new Failure("ISSUER_PAYMENT_REJECTED", "no");
    private static final Answer<Said> TAKEN = new Answer.Taken<>(EXCHANGE, said());
    private static final Answer<Said> REFUSED = new Answer.Refused<>(EXCHANGE, WHY);
    private static final Answer<Said> NOT_PROCESSED = new Answer.NotProcessed<>(EXCHANGE, "not connected");
    private static final Answer<Said> UNKNOWN = new Answer.Unknown<>(EXCHANGE, "timed out");
    private static final Instant IN_A_DAY = Given.NOON.plus(Duration.ofHours(24));

    private final Scene scene = new Scene();
    private final Capture capture = scene.requested();

    private Optional<Instant> run() {
        return scene.runner.run(scene.lease(capture), errand()).again();
    }

    private Errand errand() {
        return scene.errand(capture).orElseThrow();
    }

    private void waitsForTheMessage() {
        assertEquals(Step.WATCH, errand().step());
        assertEquals(scene.clock.instant().plus(Duration.ofHours(24)), errand().dueAt());
        assertFalse(errand().sending());
    }

    @Nested
    class That_upstream_takes {
        @Test
        void waits_for_upstreams_message() {
            scene.acquirer.answers(TAKEN);

            assertEquals(Optional.empty(), run());

            waitsForTheMessage();
            assertEquals(GivenOperations.numbered(capture, NUMBER.value()), scene.now(capture));
            assertEquals(0, scene.store.outbox().size());
        }

        @Test
        void tells_what_was_said_on_both_sides() {
            scene.acquirer.answers(TAKEN);
            run();

            assertEquals(
                    List.of(
                            JournalEntry.noted(Kind.ASKED, Given.NOON, "asked upstream, attempt 1")
                                    .with(Bytes.utf8("our request")),
                            JournalEntry.noted(Kind.ANSWERED, Given.NOON, "upstream took it")
                                    .with(Bytes.utf8("its answer"))
                                    .timed(Optional.of(200), Duration.ofMillis(7))),
                    scene.story(capture).stream()
                            .skip(1)
                            .map(row -> row.entry())
                            .toList());
        }

        @Test
        void is_marked_while_it_is_being_sent() {
            List<Errand> seen = new ArrayList<>();
            scene.acquirer.answers(() -> {
                seen.add(errand());
                return TAKEN;
            });

            run();

            assertTrue(seen.getFirst().sending());
            assertEquals(1, seen.getFirst().attempt());
        }

        @Test
        void ends_the_capture_when_the_answer_says_how_it_ended() {
            Report settled = new Report.Settled(GivenOperations.terms(ORDER, AMOUNT), Given.NOON);
            scene.acquirer.answers(new Answer.Taken<>(EXCHANGE, said(settled)));

            run();

            assertEquals(new State.Succeeded(Given.NOON), scene.now(capture).state());
            assertEquals(Optional.of(NUMBER), scene.now(capture).upstreamNo());
            assertEquals(1, scene.deliveries(capture).size());
            assertEquals(Optional.empty(), scene.errand(capture));
            assertEquals(
                    List.of(new Stretch(
                            Shard.of(ObjectRef.of(capture.id())),
                            EndpointId.registered(scene.merchant.id()).value())),
                    scene.deliveriesRung);
        }

        @Test
        void waits_on_when_the_answer_says_that_it_is_pending() {
            Report processing = new Report.Processing(Terms.UNSAID);
            scene.acquirer.answers(new Answer.Taken<>(EXCHANGE, said(processing)));

            run();

            waitsForTheMessage();
            assertEquals(GivenOperations.numbered(capture, NUMBER.value()), scene.now(capture));
            assertEquals(List.of(Kind.REQUESTED, Kind.ASKED, Kind.ANSWERED), scene.kinds(capture));
        }

        @Test
        void leaves_an_answer_about_other_terms_to_a_person() {
            Report other = new Report.Settled(GivenOperations.terms(ORDER, Money.of("1", "USD")), Given.NOON);
            scene.acquirer.answers(new Answer.Taken<>(EXCHANGE, said(other)));

            run();

            waitsForTheMessage();
            assertEquals("PENDING", scene.state(capture));
            assertEquals(
                    "another amount",
                    scene.discrepancies().getFirst().discrepancy().why());
            assertTrue(scene.kinds(capture).containsAll(List.of(Kind.ASKED, Kind.ANSWERED)), "what was said is told");
        }
    }

    @Nested
    class That_upstream_refuses {
        @Test
        void fails_the_capture_for_that_reason_and_announces_it() {
            scene.acquirer.answers(REFUSED);

            assertEquals(Optional.empty(), run());

            assertEquals(new State.Failed(Given.NOON, WHY), scene.now(capture).state());
            assertEquals(1, scene.deliveries(capture).size());
            assertEquals(Optional.empty(), scene.errand(capture));
            assertEquals(1, scene.deliveriesRung.size());
        }

        @Test
        void fails_it_also_after_calls_that_certainly_were_not_processed() {
            scene.acquirer.answers(NOT_PROCESSED);
            run();
            scene.acquirer.answers(REFUSED);

            run();

            assertEquals("FAILED", scene.state(capture));
        }

        @Test
        void fails_nothing_when_an_earlier_call_may_have_been_taken() {
            scene.acquirer.answers(UNKNOWN);
            run();
            scene.acquirer.answers(REFUSED);

            run();

            assertEquals("PENDING", scene.state(capture));
            assertEquals(0, scene.store.outbox().size());
            waitsForTheMessage();
        }

        @Test
        void fails_nothing_either_when_certainty_came_only_after_the_doubt() {
            for (Answer<Said> answer : List.of(UNKNOWN, NOT_PROCESSED, NOT_PROCESSED, REFUSED)) {
                scene.acquirer.answers(answer);
                run();
            }

            assertEquals("PENDING", scene.state(capture));
        }
    }

    @Nested
    class That_was_not_processed {
        @Test
        void goes_again_under_the_same_id_after_longer_and_longer_waits() {
            scene.acquirer.answers(NOT_PROCESSED);
            List<Long> waits = new ArrayList<>();

            for (int i = 0; i < 7; i++) {
                Instant due = run().orElseThrow();
                assertEquals(due, errand().dueAt());
                waits.add(Duration.between(scene.clock.instant(), due).toSeconds());
                scene.clock.set(due);
            }

            assertEquals(List.of(1L, 5L, 30L, 60L, 300L, 300L, 300L), waits);
            assertEquals(
                    List.of(capture), scene.acquirer.asked().stream().distinct().toList());
            assertEquals("PENDING", scene.state(capture));
        }

        @Test
        void leaves_no_doubt() {
            scene.acquirer.answers(NOT_PROCESSED);

            run();

            assertEquals(Step.SUBMIT, errand().step());
            assertFalse(errand().unsure());
            assertFalse(errand().sending());
        }
    }

    @Nested
    class That_nobody_can_tell_about {
        @Test
        void goes_again_where_upstream_knows_its_ids() {
            scene.acquirer.answers(UNKNOWN).knowsItsIds(true);

            assertEquals(Optional.of(Given.NOON.plusSeconds(1)), run());

            assertEquals(Step.SUBMIT, errand().step());
            assertTrue(errand().unsure());
        }

        @Test
        void waits_for_the_message_where_it_does_not() {
            scene.acquirer.answers(UNKNOWN).knowsItsIds(false);

            assertEquals(Optional.empty(), run());

            waitsForTheMessage();
            assertEquals("PENDING", scene.state(capture));
        }
    }

    @Nested
    class That_was_watched_for_a_day {
        private Optional<Instant> aDayLater() {
            scene.acquirer.answers(TAKEN);
            run();
            scene.clock.set(IN_A_DAY);
            return run();
        }

        @Test
        void is_overdue_and_for_a_person() {
            assertEquals(Optional.empty(), aDayLater());

            assertEquals(1, scene.store.operations().of(Sort.CAPTURE).overdue());
            assertEquals(Kind.OVERDUE, scene.kinds(capture).getLast());
            assertEquals(Optional.empty(), scene.errand(capture));
            assertEquals(1, scene.acquirer.asked().size());
        }

        @Test
        void fails_nothing_and_announces_nothing() {
            aDayLater();

            assertEquals("PENDING", scene.state(capture));
            assertEquals(0, scene.store.outbox().size());
        }

        @Test
        void is_overdue_no_more_once_the_message_comes() {
            aDayLater();

            scene.settle(capture, scene.settled());

            assertEquals(0, scene.store.operations().of(Sort.CAPTURE).overdue());
            assertEquals(1, scene.store.outbox().size());
        }
    }
}
