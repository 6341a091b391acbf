package io.quittance.application.capture;

import static io.quittance.application.capture.Scene.AMOUNT;
import static io.quittance.application.capture.Scene.NUMBER;
import static io.quittance.application.capture.Scene.ORDER;
import static io.quittance.application.capture.Scene.told;
import static io.quittance.application.lifecycle.Settled.KNOWN_ALREADY;
import static io.quittance.application.lifecycle.Settled.RECORDED;
import static io.quittance.application.lifecycle.Settled.UNUSABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Holder;
import io.quittance.application.capture.SettleOperation.Told;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("News of a capture that is not yet known whose")
class AdoptCaptureTest {
    private static final Terms TERMS = GivenOperations.terms(ORDER, AMOUNT);
    private static final Instant THEN = Given.NOON.minusSeconds(5);
    private static final Report SETTLED = new Report.Settled(TERMS, THEN);
    private static final Report PROCESSING = new Report.Processing(TERMS);

    private final Scene scene = new Scene();

    @Nested
    class Of_one_that_nobody_here_asked_for {
        private final RequestId request = new RequestId("made in the portal");

        private Capture made() {
            return (Capture) scene.store
                    .operations()
                    .find(scene.merchant.id(), GivenOperations.captureKey(request.value()))
                    .orElseThrow();
        }

        @Test
        void makes_it_under_a_number_of_ours_and_announces_it() {
            assertEquals(RECORDED, scene.settle(told(request, SETTLED)));

            assertEquals(
                    new Capture(
                            made().id(),
                            new Asked(
                                    scene.merchant.id(), scene.holder.account().id(), request, ORDER, Given.NOON),
                            AMOUNT,
                            true,
                            Optional.of(NUMBER),
                            new State.Succeeded(THEN)),
                    made());
            assertNotEquals(NUMBER.value(), made().id().value());
            assertEquals(1, scene.deliveries(made()).size());
            assertEquals(
                    List.of(new Stretch(
                            Shard.of(ObjectRef.of(made().id())),
                            EndpointId.registered(scene.merchant.id()).value())),
                    scene.deliveriesRung);
            assertEquals(List.of(Kind.RECEIVED, Kind.MOVED, Kind.OWED), scene.kinds(made()));
        }

        @Test
        void is_announced_once_however_often_it_is_told() {
            scene.settle(told(request, SETTLED));

            assertEquals(KNOWN_ALREADY, scene.settle(told(request, SETTLED)));

            assertEquals(1, scene.store.outbox().size());
        }

        @Test
        void is_watched_while_it_has_not_ended() {
            assertEquals(KNOWN_ALREADY, scene.settle(told(request, PROCESSING)));

            Errand errand = scene.errand(made()).orElseThrow();
            assertEquals(Errand.Step.WATCH, errand.step());
            assertEquals(Given.NOON.plus(Duration.ofHours(24)), errand.dueAt());
        }

        @Test
        void counts_as_final_and_made_no_later_than_it_ended_where_it_does_not_say() {
            Told told = told(request, SETTLED);

            scene.settle(
                    new Told(told.sort(), request, told.report(), Optional.empty(), Optional.empty(), told.message()));

            assertTrue(made().last());
            assertEquals(THEN, made().createdAt());
        }

        @Test
        void cannot_be_used_if_it_leaves_out_what_makes_one() {
            Optional<BigDecimal> amount = TERMS.amount();
            List<Terms> tooLittle = List.of(
                    Terms.UNSAID,
                    new Terms(Optional.empty(), Optional.empty(), amount, TERMS.currency()),
                    new Terms(Optional.empty(), TERMS.order(), Optional.empty(), TERMS.currency()),
                    new Terms(Optional.empty(), TERMS.order(), amount, Optional.empty()),
                    new Terms(Optional.empty(), TERMS.order(), Optional.of(new BigDecimal("1E+30")), TERMS.currency()));

            for (Terms terms : tooLittle) {
                assertEquals(UNUSABLE, scene.settle(told(request, new Report.Settled(terms, THEN))));
            }

            assertEquals(
                    Optional.empty(),
                    scene.store.operations().find(scene.merchant.id(), GivenOperations.captureKey(request.value())));
            assertEquals(tooLittle.size(), scene.discrepancies().size());
            assertEquals(
                    Optional.empty(),
                    scene.discrepancies().getFirst().discrepancy().about());
            assertEquals(0, scene.store.outbox().size());
        }

        @Test
        void makes_it_also_where_upstreams_number_is_left_out() {
            Told told = told(request, SETTLED);

            assertEquals(
                    RECORDED,
                    scene.settle(
                            new Told(told.sort(), request, SETTLED, told.last(), told.createdAt(), told.message())));

            assertEquals(Optional.empty(), made().upstreamNo());
        }

        @Test
        void cannot_be_used_under_the_number_of_another() {
            scene.settle(told(request, SETTLED));

            assertEquals(UNUSABLE, scene.settle(told(new RequestId("another"), SETTLED)));

            assertEquals(1, scene.store.outbox().size());
            assertEquals(1, scene.discrepancies().size());
        }
    }

    @Nested
    class For_one_of_several_merchants_behind_one_app_upstream {
        private final Merchant other = Given.merchant(scene.store);
        private final List<Holder> candidates = List.of(scene.holder, Given.holder(scene.store, other));

        @Test
        void is_for_the_one_that_knows_the_request() {
            Capture capture = scene.requested(other);

            assertEquals(RECORDED, scene.settlement.settle(candidates, told(capture.request(), SETTLED)));

            assertEquals("SUCCESS", scene.state(capture));
            assertEquals(other.id(), scene.deliveries(capture).getFirst().merchant());
        }

        @Test
        void is_kept_for_a_person_when_none_knows_it() {
            RequestId unknown = new RequestId("unheard of");

            assertEquals(UNUSABLE, scene.settlement.settle(candidates, told(unknown, SETTLED)));

            assertEquals(1, scene.store.discrepancies().unassigned(10).size());
            assertEquals(
                    Optional.empty(),
                    scene.store.operations().find(other.id(), GivenOperations.captureKey(unknown.value())));
        }

        @Test
        void is_kept_for_a_person_when_both_know_it() {
            scene.requests.request(scene.merchant, Scene.command("R1"));
            scene.requests.request(other, Scene.command("R1"));

            assertEquals(UNUSABLE, scene.settlement.settle(candidates, told(new RequestId("R1"), SETTLED)));

            assertEquals(0, scene.store.outbox().size());
        }
    }
}
