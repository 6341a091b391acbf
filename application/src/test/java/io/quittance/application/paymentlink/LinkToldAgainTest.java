package io.quittance.application.paymentlink;

import static io.quittance.application.paymentlink.LinkScene.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quittance.application.lifecycle.Settled;
import io.quittance.application.paymentlink.SettlePaymentLink.Told;
import io.quittance.application.store.Given;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.PaymentLink.State;
import io.quittance.domain.paymentlink.PaymentLink.Terms;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A link that upstream tells of again")
class LinkToldAgainTest {
    private static final Instant END = Given.NOON.plusSeconds(600);

    private final LinkScene scene = new LinkScene();

    @Nested
    class That_it_ended_while_upstream_is_asked_for_it {
        private Told ended() {
            Told told = LinkScene.told("M1", Terms.UNSAID, true, Optional.of(END), List.of());
            return new Told(
                    told.request(),
                    told.number(),
                    new LinkUrls("", ""),
                    told.terms(),
                    told.offer(),
                    told.expiresAt(),
                    told.expired(),
                    told.transactions(),
                    told.message());
        }

        /** The answer to the call comes behind the message: the same facts in the other order end the same. */
        @Test
        void stays_ended_whatever_the_late_answer_says_and_however_often_it_is_told() {
            scene.acquirer.answers(() -> {
                scene.settle(ended());
                return PlayedLinkAcquirer.taken("up-M1");
            });
            scene.create("M1", "chairs");
            assertEquals(new State.Expired(), scene.now("M1").state());

            assertEquals(Settled.KNOWN_ALREADY, scene.settle(ended()));

            assertEquals(new State.Expired(), scene.now("M1").state());
            assertEquals(END, scene.now("M1").expiresAt());
        }
    }

    @Nested
    class Under_another_number_upstream {
        @Test
        void is_for_a_person_and_moves_nothing() {
            scene.created("M1");
            Told told = scene.told("M1", transaction("T1", Status.SUCCESS));

            assertEquals(
                    Settled.CONTRADICTED,
                    scene.settle(new Told(
                            told.request(),
                            Optional.of(new UpstreamLinkId("up-other")),
                            told.urls(),
                            told.terms(),
                            told.offer(),
                            told.expiresAt(),
                            told.expired(),
                            told.transactions(),
                            told.message())));

            assertFalse(scene.now("M1").isPaid());
            assertEquals(
                    "another number upstream",
                    scene.discrepancies().getFirst().discrepancy().why());
        }
    }

    @Nested
    class Under_another_number_in_an_answer {
        @Test
        void is_for_a_person_and_the_first_stands() {
            scene.created("M1");
            scene.acquirer.answers(PlayedLinkAcquirer.taken("up-other"));

            scene.expire("M1");

            assertEquals(
                    "another number upstream",
                    scene.discrepancies().getFirst().discrepancy().why());
            assertFalse(scene.now("M1").anotherThan(Optional.of(new UpstreamLinkId("up-M1"))));
        }
    }
}
