package io.quittance.application.authorization;

import static io.quittance.application.authorization.AuthorizationScene.DETAILS;
import static io.quittance.application.authorization.AuthorizationScene.WHY;
import static io.quittance.application.authorization.AuthorizationScene.terms;
import static io.quittance.application.lifecycle.Settled.CONTRADICTED;
import static io.quittance.application.lifecycle.Settled.KNOWN_ALREADY;
import static io.quittance.application.lifecycle.Settled.RECORDED;
import static io.quittance.application.lifecycle.Settled.UNUSABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.store.Given;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Payment.Mode;
import io.quittance.domain.authorization.Payment.Report;
import io.quittance.domain.authorization.Payment.State;
import io.quittance.domain.authorization.Payment.Terms;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("News of a payment")
class RelayPaymentTest {
    private static final Instant THEN = Given.NOON.minusSeconds(5);
    private static final Terms UNSAID = new Terms(Optional.empty(), Optional.empty(), Mode.UNSAID, Optional.empty());

    private final AuthorizationScene scene = new AuthorizationScene();

    private static Report paid(Mode mode) {
        return new Report.Paid(terms(mode), THEN, DETAILS);
    }

    @Nested
    class Of_its_end {
        @Test
        void is_kept_and_owed_to_the_merchant() {
            assertEquals(RECORDED, scene.told(paid(Mode.AUTOMATIC)));

            ObjectRef about = ObjectRef.of(scene.payment().id());
            assertEquals(new State.Succeeded(THEN), scene.payment().state());
            assertEquals(List.of(Kind.RECEIVED, Kind.MOVED, Kind.OWED), scene.kinds(about));
            assertEquals(1, scene.owed(about).size());
            assertTrue(scene.owed(about).getFirst().body().asUtf8().startsWith("PaymentEnded["));
            assertEquals(
                    List.of(new Stretch(
                            Shard.of(about),
                            EndpointId.registered(scene.merchant.id()).value())),
                    scene.deliveriesRung);
        }

        @Test
        void is_told_once_however_often_it_comes() {
            scene.told(paid(Mode.MANUAL));

            assertEquals(KNOWN_ALREADY, scene.told(paid(Mode.MANUAL)));
            assertEquals(KNOWN_ALREADY, scene.told(new Report.Paid(UNSAID, THEN, DETAILS)));

            assertEquals(1, scene.owed(ObjectRef.of(scene.payment().id())).size());
            assertEquals(1, scene.deliveriesRung.size());
        }

        @Test
        void that_contradicts_is_a_discrepancy_and_the_first_stands() {
            scene.told(paid(Mode.MANUAL));

            assertEquals(CONTRADICTED, scene.told(new Report.Declined(UNSAID, THEN, WHY, DETAILS)));

            assertEquals(new State.Succeeded(THEN), scene.payment().state());
            assertEquals(1, scene.discrepancies().size());
            assertEquals(1, scene.owed(ObjectRef.of(scene.payment().id())).size());
        }

        @Test
        void without_an_amount_cannot_be_kept_and_is_a_discrepancy() {
            assertEquals(UNUSABLE, scene.told(new Report.Paid(UNSAID, THEN, DETAILS)));

            assertEquals(1, scene.discrepancies().size());
            assertEquals(0, scene.store.payments().all().count());
        }

        @Test
        void for_one_of_several_is_for_the_one_that_knows_it() {
            scene.told(paid(Mode.MANUAL));
            Merchant other = Given.merchant(scene.store);
            List<Holder> both = List.of(Given.holder(scene.store, other), Given.holder(scene.store, scene.merchant));

            assertEquals(KNOWN_ALREADY, scene.told(both, new Report.Paid(UNSAID, THEN, DETAILS)));
            assertEquals(Optional.empty(), scene.store.payments().find(other.id(), AuthorizationScene.ORDER));
        }

        @Test
        void for_one_of_several_that_nobody_knows_is_a_discrepancy() {
            List<Holder> both = List.of(
                    Given.holder(scene.store, scene.merchant), Given.holder(scene.store, Given.merchant(scene.store)));

            assertEquals(UNUSABLE, scene.told(both, paid(Mode.MANUAL)));
        }
    }

    @Nested
    class Teaches_an_authorization {
        @Test
        void with_all_that_it_says() {
            scene.told(paid(Mode.MANUAL));

            assertEquals(
                    Optional.of(new Authorization(
                            scene.merchant.id(),
                            Given.holder(scene.store, scene.merchant).account().id(),
                            AuthorizationScene.ORDER,
                            Optional.empty(),
                            AuthorizationScene.AUTHORIZED,
                            THEN,
                            Hold.OPEN)),
                    scene.store.authorizations().find(scene.merchant.id(), AuthorizationScene.ORDER));
        }

        @Test
        void even_if_only_the_second_notification_says_that_it_is_one() {
            scene.told(paid(Mode.UNSAID));
            assertEquals(Optional.empty(), scene.hold());

            assertEquals(KNOWN_ALREADY, scene.told(paid(Mode.MANUAL)));

            assertEquals(Optional.of(Hold.OPEN), scene.hold());
            assertEquals(1, scene.owed(ObjectRef.of(scene.payment().id())).size());
        }

        @Test
        void and_not_when_it_is_a_sale_or_did_not_succeed() {
            scene.told(paid(Mode.AUTOMATIC));
            assertEquals(Optional.empty(), scene.hold());

            AuthorizationScene other = new AuthorizationScene();
            other.told(new Report.Shut(terms(Mode.MANUAL), THEN, WHY, DETAILS));
            assertEquals(Optional.empty(), other.hold());
        }

        @Test
        void once_and_for_all() {
            scene.told(paid(Mode.MANUAL));
            scene.cancel("R1");

            scene.told(paid(Mode.MANUAL));

            assertEquals(Optional.of(Hold.CANCELLING), scene.hold());
        }
    }
}
