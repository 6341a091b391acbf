package io.quittance.application.paymentlink;

import static io.quittance.application.paymentlink.PlayedLinkAcquirer.EXCHANGE;
import static io.quittance.application.paymentlink.PlayedLinkAcquirer.URLS;
import static io.quittance.application.paymentlink.PlayedLinkAcquirer.hadAlready;
import static io.quittance.application.paymentlink.PlayedLinkAcquirer.hasNot;
import static io.quittance.application.paymentlink.PlayedLinkAcquirer.refused;
import static io.quittance.application.paymentlink.PlayedLinkAcquirer.taken;
import static io.quittance.application.paymentlink.PlayedLinkAcquirer.unknown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.paymentlink.CreatePaymentLink.Outcome;
import io.quittance.application.paymentlink.LinkAcquirer.Said;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Patience;
import io.quittance.domain.money.Currency;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A request for a link whose call did not end well")
class DoubtfulLinkTest {
    private static final Instant END = Given.NOON.plus(LinkScene.VALIDITY);
    private static final Opening OPENED = new Opening.Opened(Optional.of(new UpstreamLinkId("up-1")), URLS);

    private final LinkScene scene = new LinkScene();

    /** The process dies while upstream is asked. */
    private void cutOff(String request, String content) {
        scene.acquirer.answers(() -> {
            throw new IllegalStateException("killed");
        });
        assertThrows(IllegalStateException.class, () -> scene.create(request, content));
    }

    @Nested
    class Whose_outcome_is_unknown {
        @Test
        void is_undecided_and_asks_first_whether_it_is_there() {
            scene.acquirer.answers(unknown()).answers(taken());

            assertEquals(new Outcome.Undecided(), scene.create("M1", "chairs"));
            assertEquals(new Opening.Doubtful(), scene.now("M1").opening());

            assertEquals(Outcome.Created.class, scene.create("M1", "chairs").getClass());
            assertEquals(List.of("create", "find"), scene.acquirer.asked());
        }

        @Test
        void is_asked_for_again_if_it_is_not_there() {
            scene.acquirer.answers(unknown()).answers(hasNot()).answers(taken());
            scene.create("M1", "chairs");

            assertEquals(Outcome.Created.class, scene.create("M1", "chairs").getClass());

            assertEquals(List.of("create", "find", "create"), scene.acquirer.asked());
            assertEquals(
                    List.of(
                            Kind.REQUESTED,
                            Kind.ASKED,
                            Kind.ANSWERED,
                            Kind.ASKED,
                            Kind.ANSWERED,
                            Kind.ASKED,
                            Kind.ANSWERED),
                    scene.kinds(scene.now("M1")));
        }

        @Test
        void stays_so_as_long_as_nobody_can_tell() {
            scene.acquirer.answers(unknown()).answers(unknown()).answers(refused("SOMETHING_ELSE"));
            scene.create("M1", "chairs");

            assertEquals(new Outcome.Undecided(), scene.create("M1", "chairs"));
            assertEquals(new Outcome.Undecided(), scene.create("M1", "chairs"));
            assertEquals(new Opening.Doubtful(), scene.now("M1").opening());
        }

        @Test
        void may_not_be_asked_for_with_other_content() {
            scene.acquirer.answers(unknown());
            scene.create("M1", "chairs");

            assertEquals(new Outcome.Conflicting(scene.now("M1")), scene.create("M1", "tables"));
        }

        @Test
        void leaves_no_time_for_a_second_call_after_a_slow_look_but_is_known_not_to_be_there() {
            scene.acquirer
                    .answers(unknown())
                    .answers(new Answer.Taken<>(
                            PlayedLinkAcquirer.exchange(Patience.QUICK.plusMillis(1)), new Said.HasNot()))
                    .answers(taken());
            scene.create("M1", "chairs");

            assertEquals(new Outcome.Undecided(), scene.create("M1", "chairs"));
            assertEquals(new Opening.Unheard(), scene.now("M1").opening());

            assertEquals(Outcome.Created.class, scene.create("M1", "chairs").getClass());
            assertEquals(List.of("create", "find", "create"), scene.acquirer.asked());
        }

        @Test
        void is_not_failed_by_upstreams_refusal_of_a_repeat() {
            scene.acquirer.answers(hadAlready()).answers(taken());

            assertEquals(new Outcome.Undecided(), scene.create("M1", "chairs"));
            assertEquals(Outcome.Created.class, scene.create("M1", "chairs").getClass());
            assertEquals(List.of("create", "find"), scene.acquirer.asked());
        }

        @Test
        void is_refused_if_upstream_has_another_link_of_that_id() {
            PaymentLink.Terms others =
                    new PaymentLink.Terms(Optional.of(new BigDecimal("7")), Optional.of(new Currency("IDR")));
            scene.acquirer.answers(hadAlready()).answers(taken(Optional.empty(), others, false));
            scene.create("M1", "chairs");

            Outcome outcome = scene.create("M1", "chairs");

            assertEquals(new Outcome.AnotherUpstream(), outcome);
            assertEquals(new Opening.Unheard(), scene.now("M1").opening());
        }
    }

    @Nested
    class That_was_cut_off {
        @Test
        void is_known_after_the_restart_and_undecided_until_its_call_is_surely_over() {
            cutOff("M1", "chairs");

            assertEquals(new Outcome.Undecided(), scene.create("M1", "chairs"));
            assertEquals(List.of("create"), scene.acquirer.asked());
        }

        @Test
        void is_then_looked_for_and_found() {
            cutOff("M1", "chairs");
            scene.clock.move(LinkCreation.CALL);
            scene.acquirer.answers(taken());

            assertEquals(Outcome.Created.class, scene.create("M1", "chairs").getClass());
            assertEquals(List.of("create", "find"), scene.acquirer.asked());
        }

        @Test
        void twice_is_still_doubtful_although_the_second_call_did_not_arrive() {
            cutOff("M1", "chairs");
            scene.clock.move(LinkCreation.CALL);
            scene.acquirer.answers(new Answer.NotProcessed<>(EXCHANGE, "no connection"));

            assertEquals(new Outcome.Undecided(), scene.create("M1", "chairs"));
            assertEquals(new Opening.Doubtful(), scene.now("M1").opening());
        }

        @Test
        void is_not_asked_for_by_whoever_stood_still_until_another_may_have_taken_over() {
            cutOff("M1", "chairs");
            scene.clock.move(LinkCreation.CALL);
            scene.acquirer.answers(() -> {
                scene.clock.move(LinkCreation.CALL.minus(Patience.CALL).plusMillis(1));
                return hasNot();
            });

            assertEquals(new Outcome.Undecided(), scene.create("M1", "chairs"));
            assertEquals(List.of("create", "find"), scene.acquirer.asked());
            assertEquals(new Opening.Unheard(), scene.now("M1").opening());
        }

        @Test
        void does_no_harm_when_its_answer_comes_after_another_took_over() {
            scene.acquirer.answers(() -> {
                scene.clock.move(LinkCreation.CALL);
                scene.acquirer.answers(unknown());
                assertEquals(new Outcome.Undecided(), scene.create("M1", "chairs"));
                return refused("AMOUNT_LIMIT");
            });

            assertEquals(new Outcome.Undecided(), scene.create("M1", "chairs"));
            assertEquals(new Opening.Doubtful(), scene.now("M1").opening());
        }

        @Test
        void counts_when_its_answer_comes_after_another_was_refused_and_its_end_is_still_recorded() {
            scene.acquirer.answers(() -> {
                scene.clock.move(LinkCreation.CALL);
                scene.acquirer.answers(hasNot()).answers(refused("AMOUNT_LIMIT"));
                scene.create("M1", "chairs");
                return taken();
            });

            assertEquals(Outcome.Created.class, scene.create("M1", "chairs").getClass());
            assertEquals(END, scene.errand(scene.now("M1")).orElseThrow().dueAt());
        }

        @Test
        void counts_when_its_answer_comes_after_another_took_over_and_it_was_taken() {
            scene.acquirer.answers(() -> {
                scene.clock.move(LinkCreation.CALL);
                scene.acquirer.answers(unknown());
                scene.create("M1", "chairs");
                return taken();
            });

            assertEquals(Outcome.Created.class, scene.create("M1", "chairs").getClass());
            assertEquals(OPENED, scene.now("M1").opening());
        }
    }

    @Nested
    class That_did_not_arrive {
        @Test
        void is_undecided_and_simply_asked_for_again() {
            scene.acquirer
                    .answers(new Answer.NotProcessed<>(EXCHANGE, "no connection"))
                    .answers(taken());

            assertEquals(new Outcome.Undecided(), scene.create("M1", "chairs"));
            assertEquals(new Opening.Unheard(), scene.now("M1").opening());
            assertEquals(Outcome.Created.class, scene.create("M1", "tables").getClass());
            assertEquals(List.of("create", "create"), scene.acquirer.asked());
        }

        @Test
        void as_our_configuration_is_refused_says_so() {
            scene.acquirer.answers(new Answer.Misconfigured<>(EXCHANGE, "SIGN_VERIFY_FAILED"));

            assertEquals(new Outcome.Unaccepted(), scene.create("M1", "chairs"));
            assertEquals(new Opening.Unheard(), scene.now("M1").opening());
        }
    }

    @Test
    void is_not_undone_by_an_answer_after_the_notification_that_it_was_paid() {
        scene.acquirer.answers(() -> {
            scene.settle("M1", LinkScene.transaction("T1", Status.SUCCESS));
            return unknown();
        });

        Outcome outcome = scene.create("M1", "chairs");

        assertEquals(new Outcome.Created(scene.now("M1")), outcome);
        assertTrue(scene.now("M1").isPaid());
    }
}
