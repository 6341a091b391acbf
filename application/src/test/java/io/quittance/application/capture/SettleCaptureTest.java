package io.quittance.application.capture;

import static io.quittance.application.capture.Scene.AMOUNT;
import static io.quittance.application.capture.Scene.NUMBER;
import static io.quittance.application.capture.Scene.ORDER;
import static io.quittance.application.capture.Scene.told;
import static io.quittance.application.lifecycle.Settled.CONTRADICTED;
import static io.quittance.application.lifecycle.Settled.KNOWN_ALREADY;
import static io.quittance.application.lifecycle.Settled.RECORDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OperationEnded;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("News of a capture")
class SettleCaptureTest {
    private static final Terms TERMS = GivenOperations.terms(ORDER, AMOUNT);
    private static final Instant THEN = Given.NOON.minusSeconds(5);
    private static final Failure WHY = new Failure("ISSUER_PAYMENT_REJECTED", "no");
    private static final Report SETTLED = new Report.Settled(TERMS, THEN);
    private static final Report DECLINED = new Report.Declined(TERMS, THEN, WHY);
    private static final Report PROCESSING = new Report.Processing(TERMS);

    private final Scene scene = new Scene();

    @Nested
    class Of_its_end {
        private final Capture capture = scene.requested();

        @Test
        void moves_it() {
            assertEquals(RECORDED, scene.settle(capture, SETTLED));

            assertEquals(
                    new Capture(
                            capture.id(),
                            capture.asked(),
                            AMOUNT,
                            true,
                            Optional.of(NUMBER),
                            new State.Succeeded(THEN)),
                    scene.now(capture));
        }

        @Test
        void moves_it_to_its_failure_too() {
            assertEquals(RECORDED, scene.settle(capture, DECLINED));

            assertEquals(new State.Failed(THEN, WHY), scene.now(capture).state());
        }

        @Test
        void is_owed_to_the_merchant_in_words_that_are_written_at_once() {
            scene.settle(capture, SETTLED);

            OwedNews owed = scene.deliveries(capture).getFirst();
            OperationEnded event = new OperationEnded(scene.now(capture));
            assertEquals(List.of(owed), scene.deliveries(capture));
            assertEquals(
                    event + " told to " + scene.merchant.app() + " at " + Given.NOON,
                    owed.body().asUtf8());
            assertEquals(Given.NOON, owed.dueAt());
            assertEquals(scene.story(capture).size(), owed.delivery().owed());
            assertEquals(
                    List.of(new Stretch(
                            Shard.of(ObjectRef.of(capture.id())),
                            EndpointId.registered(scene.merchant.id()).value())),
                    scene.deliveriesRung);
        }

        @Test
        void stands_in_the_story_with_its_witness_before_it() {
            scene.settle(capture, SETTLED);

            assertEquals(List.of(Kind.REQUESTED, Kind.RECEIVED, Kind.MOVED, Kind.OWED), scene.kinds(capture));
            Row heard = scene.story(capture).get(1);
            assertEquals(
                    Optional.of(told(capture.request(), SETTLED).message().raw()),
                    heard.entry().body());
            assertEquals(Optional.of("upstream's key"), heard.entry().keyId());
        }

        @Test
        void leaves_nothing_to_ask_about() {
            scene.settle(capture, SETTLED);

            assertEquals(Optional.empty(), scene.errand(capture));
        }

        @Test
        void is_believed_without_any_terms() {
            assertEquals(RECORDED, scene.settle(capture, new Report.Settled(Terms.UNSAID, THEN)));
        }

        @Test
        void is_taken_in_for_a_merchant_that_was_disabled() {
            Given.enable(scene.store, scene.merchant.app(), false);
            Merchant disabled =
                    scene.store.merchants().byId(scene.merchant.id()).orElseThrow();

            assertEquals(
                    RECORDED,
                    scene.settlement.settle(
                            List.of(Given.holder(scene.store, disabled)), told(capture.request(), SETTLED)));
            assertEquals(1, scene.deliveries(capture).size());
        }
    }

    @Nested
    class Told_twice {
        private final Capture capture = scene.requested();

        @Test
        void is_announced_once() {
            scene.settle(capture, SETTLED);

            assertEquals(KNOWN_ALREADY, scene.settle(capture, SETTLED));

            assertEquals(1, scene.store.outbox().size());
            assertEquals(1, scene.deliveriesRung.size());
        }

        @Test
        void is_counted_beside_the_first() {
            scene.settle(capture, SETTLED);
            scene.settle(capture, SETTLED);
            scene.settle(capture, SETTLED);

            assertEquals(
                    List.of(0, 2, 0, 0),
                    scene.story(capture).stream().map(Row::repeats).toList());
        }

        @Test
        void is_kept_when_it_says_the_same_in_other_words() {
            scene.settle(capture, SETTLED);

            assertEquals(KNOWN_ALREADY, scene.settle(told(capture.request(), SETTLED, "in other words")));

            assertEquals(
                    List.of(Kind.REQUESTED, Kind.RECEIVED, Kind.MOVED, Kind.OWED, Kind.RECEIVED), scene.kinds(capture));
        }

        @Test
        void does_not_move_the_time_of_its_end() {
            scene.settle(capture, SETTLED);

            scene.settle(capture, new Report.Settled(TERMS, THEN.plusSeconds(99)));

            assertEquals(new State.Succeeded(THEN), scene.now(capture).state());
        }
    }

    @Nested
    class Of_nothing_new {
        private final Capture capture = scene.requested();

        @Test
        void before_the_end_teaches_upstreams_number() {
            assertEquals(KNOWN_ALREADY, scene.settle(capture, PROCESSING));

            assertEquals(GivenOperations.numbered(capture, NUMBER.value()), scene.now(capture));
            assertTrue(scene.errand(capture).isPresent(), "there is still something to ask");
        }

        @Test
        void after_the_end_changes_nothing() {
            scene.settle(capture, SETTLED);
            Capture before = scene.now(capture);

            assertEquals(KNOWN_ALREADY, scene.settle(capture, PROCESSING));

            assertEquals(before, scene.now(capture));
            assertEquals(1, scene.store.outbox().size());
        }
    }

    @Nested
    class That_contradicts {
        private final Capture capture = scene.requested();

        @Test
        void what_is_final_is_kept_for_a_person() {
            scene.settle(capture, SETTLED);
            Capture before = scene.now(capture);

            assertEquals(CONTRADICTED, scene.settle(capture, DECLINED));

            assertEquals(before, scene.now(capture));
            assertEquals(1, scene.store.outbox().size());
            Discrepancy expected = new Discrepancy(
                    Optional.of(scene.merchant.id()),
                    Optional.of(scene.holder.account().id()),
                    Optional.of(ObjectRef.of(capture.id())),
                    told(capture.request(), DECLINED).message(),
                    "already succeeded",
                    Given.NOON);
            assertEquals(
                    List.of(expected),
                    scene.discrepancies().stream().map(Kept::discrepancy).toList());
        }

        @Test
        void its_terms_moves_nothing() {
            Report another = new Report.Settled(GivenOperations.terms(ORDER, Money.of("100.51", "USD")), THEN);

            assertEquals(CONTRADICTED, scene.settle(capture, another));

            assertEquals("PENDING", scene.state(capture));
            assertEquals(
                    "another amount",
                    scene.discrepancies().getFirst().discrepancy().why());
            assertTrue(scene.errand(capture).isPresent(), "there is still something to ask");
        }

        @Test
        void is_told_once_in_the_story_and_counted_after_that() {
            scene.settle(capture, SETTLED);

            scene.settle(capture, DECLINED);
            scene.settle(capture, DECLINED);

            assertEquals(
                    List.of(Kind.REQUESTED, Kind.RECEIVED, Kind.MOVED, Kind.OWED, Kind.RECEIVED), scene.kinds(capture));
            assertEquals(
                    List.of(1),
                    scene.discrepancies().stream().map(Kept::repeats).toList());
        }

        @Test
        void does_not_keep_the_truth_from_being_believed() {
            scene.settle(capture, new Report.Declined(GivenOperations.terms(ORDER, Money.of("1", "USD")), THEN, WHY));

            assertEquals(RECORDED, scene.settle(capture, SETTLED));
        }
    }
}
