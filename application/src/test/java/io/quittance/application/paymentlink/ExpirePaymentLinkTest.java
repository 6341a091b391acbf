package io.quittance.application.paymentlink;

import static io.quittance.application.paymentlink.PlayedLinkAcquirer.EXCHANGE;
import static io.quittance.application.paymentlink.PlayedLinkAcquirer.refused;
import static io.quittance.application.paymentlink.PlayedLinkAcquirer.taken;
import static io.quittance.application.paymentlink.PlayedLinkAcquirer.unknown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.paymentlink.ExpirePaymentLink.Outcome;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Patience;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Ending a link early")
class ExpirePaymentLinkTest {
    private final LinkScene scene = new LinkScene();

    @Test
    void ends_it_at_the_time_of_the_call() {
        scene.created("M1");
        Instant called = scene.clock.move(Duration.ofMinutes(5));
        scene.acquirer.answers(() -> {
            scene.clock.move(Duration.ofSeconds(8));
            return taken();
        });

        Outcome outcome = scene.expire("M1");

        PaymentLink link = scene.now("M1");
        assertEquals(new Outcome.Expired(link), outcome);
        assertEquals(new State.Expired(), link.state());
        assertEquals(called, link.expiresAt());
        assertEquals(Optional.empty(), scene.errand(link));
        assertEquals(
                List.of(
                        Kind.REQUESTED,
                        Kind.ASKED,
                        Kind.ANSWERED,
                        Kind.REQUESTED,
                        Kind.ASKED,
                        Kind.ANSWERED,
                        Kind.MOVED),
                scene.kinds(link));
    }

    @Test
    void again_answers_the_same_and_asks_nobody() {
        scene.created("M1");
        scene.acquirer.answers(taken());
        Outcome first = scene.expire("M1");
        scene.clock.move(Duration.ofMinutes(5));

        assertEquals(first, scene.expire("M1"));
        assertEquals(List.of("create", "expire"), scene.acquirer.asked());
    }

    @Test
    void after_its_own_end_asks_nobody_whether_the_worker_was_there_or_not() {
        PaymentLink link = scene.created("M1");
        scene.clock.move(LinkScene.VALIDITY);

        assertEquals(new Outcome.Expired(link), scene.expire("M1"));
        assertEquals(List.of("create"), scene.acquirer.asked());
    }

    @Test
    void of_a_paid_one_changes_nothing() {
        scene.created("M1");
        scene.settle("M1", LinkScene.transaction("T1", Status.SUCCESS));
        PaymentLink paid = scene.now("M1");

        assertEquals(new Outcome.Paid(paid), scene.expire("M1"));
        assertEquals(paid, scene.now("M1"));
    }

    @Test
    void that_is_paid_while_upstream_is_asked_says_so() {
        scene.created("M1");
        scene.acquirer.answers(() -> {
            scene.settle("M1", LinkScene.transaction("T1", Status.SUCCESS));
            return taken();
        });

        Outcome outcome = scene.expire("M1");

        assertEquals(new Outcome.Paid(scene.now("M1")), outcome);
    }

    @Test
    void still_lets_a_payment_in_that_began_before() {
        scene.created("M1");
        scene.acquirer.answers(taken());
        scene.expire("M1");

        assertEquals(Settled.RECORDED, scene.settle("M1", LinkScene.transaction("T1", Status.SUCCESS)));
        assertEquals("PAID", PaymentLinkKind.name(scene.now("M1")));
        assertEquals(1, scene.deliveries(scene.now("M1")).size());
    }

    @Test
    void of_an_unknown_one_and_of_another_merchants_says_unknown() {
        scene.created("M1");
        Merchant other = Given.merchant(scene.store);

        assertEquals(new Outcome.Unknown(), scene.expire("M2"));
        assertEquals(
                new Outcome.Unknown(),
                scene.expiry.expire(
                        other, new ExpirePaymentLink.Command(new MerchantLinkId("M1"), Given.message("end"))));
        assertEquals(new State.Active(), scene.now("M1").state());
    }

    @Test
    void of_one_that_upstream_refused_says_unknown_and_of_a_doubtful_one_undecided() {
        scene.acquirer.answers(refused("AMOUNT_LIMIT")).answers(unknown());
        scene.create("M1", "chairs");
        scene.create("M2", "chairs");

        assertEquals(new Outcome.Unknown(), scene.expire("M1"));
        assertEquals(new Outcome.Undecided(), scene.expire("M2"));
    }

    @Nested
    class That_upstream_does_not_do {
        @Test
        void is_refused_in_its_words() {
            scene.created("M1");
            scene.acquirer.answers(refused("ORDER_CLOSED")).answers(taken(false));

            assertEquals(new Outcome.Refused(new Failure("ORDER_CLOSED", "says upstream")), scene.expire("M1"));
            assertEquals(new State.Active(), scene.now("M1").state());
        }

        @Test
        void because_it_did_before_is_done() {
            scene.created("M1");
            scene.acquirer.answers(unknown()).answers(refused("ORDER_CLOSED")).answers(taken(true));

            assertEquals(new Outcome.Undecided(), scene.expire("M1"));
            assertEquals(new State.Active(), scene.now("M1").state());
            Outcome outcome = scene.expire("M1");
            assertEquals(new Outcome.Expired(scene.now("M1")), outcome);
            assertEquals(List.of("create", "expire", "expire", "find"), scene.acquirer.asked());
        }

        @Test
        void after_so_long_that_no_time_is_left_to_look_why_is_undecided() {
            scene.created("M1");
            scene.acquirer.answers(new Answer.Refused<>(
                    PlayedLinkAcquirer.exchange(Patience.QUICK.plusMillis(1)), new Failure("ORDER_CLOSED", "")));

            assertEquals(new Outcome.Undecided(), scene.expire("M1"));
            assertEquals(List.of("create", "expire"), scene.acquirer.asked());
        }

        @Test
        void because_it_did_not_hear_or_does_not_accept_us_changes_nothing() {
            scene.created("M1");
            scene.acquirer
                    .answers(new Answer.NotProcessed<>(EXCHANGE, "no connection"))
                    .answers(new Answer.Misconfigured<>(EXCHANGE, "SIGN_VERIFY_FAILED"));

            assertEquals(new Outcome.Undecided(), scene.expire("M1"));
            assertEquals(new Outcome.Unaccepted(), scene.expire("M1"));
            assertEquals(new State.Active(), scene.now("M1").state());
        }
    }
}
