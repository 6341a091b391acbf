package io.quittance.application.paymentlink;

import static io.quittance.application.paymentlink.LinkScene.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.paymentlink.SettlePaymentLink.Told;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Currency;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.PaymentLink.State;
import io.quittance.domain.paymentlink.PaymentLink.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A report about a link")
class SettlePaymentLinkTest {
    private static final Instant END = Given.NOON.plusSeconds(600);

    private final LinkScene scene = new LinkScene();

    @Nested
    class That_it_was_paid {
        @Test
        void is_kept_and_owed_to_the_place_that_the_request_named() {
            PaymentLink link = scene.created("M1");

            assertEquals(Settled.RECORDED, scene.settle("M1", transaction("T1", Status.SUCCESS)));

            assertEquals("PAID", PaymentLinkKind.name(scene.now("M1")));
            OwedNews owed = scene.deliveries(link).getFirst();
            assertEquals(Optional.of(LinkScene.ITS_OWN_PLACE), owed.notifyUrl());
            assertEquals(
                    "M1 paid by T1 told to " + scene.merchant.app() + " at " + Given.NOON,
                    owed.body().asUtf8());
            assertEquals(
                    List.of(Kind.REQUESTED, Kind.ASKED, Kind.ANSWERED, Kind.RECEIVED, Kind.MOVED, Kind.OWED),
                    scene.kinds(link));
            assertEquals(1, scene.rung.size());
        }

        @Test
        void twice_is_announced_once() {
            PaymentLink link = scene.created("M1");
            scene.settle("M1", transaction("T1", Status.SUCCESS));

            assertEquals(Settled.KNOWN_ALREADY, scene.settle("M1", transaction("T1", Status.SUCCESS)));

            assertEquals(1, scene.deliveries(link).size());
            assertEquals(1, received(link).repeats());
        }

        @Test
        void by_another_as_well_is_a_discrepancy() {
            PaymentLink link = scene.created("M1");
            scene.settle("M1", transaction("T1", Status.SUCCESS));

            assertEquals(Settled.CONTRADICTED, scene.settle("M1", transaction("T2", Status.SUCCESS)));

            assertEquals(1, scene.deliveries(link).size());
            assertEquals(1, scene.discrepancies().size());
            assertEquals(
                    "a second payment of a link that is paid",
                    scene.discrepancies().getFirst().discrepancy().why());
        }

        @Test
        void for_another_amount_or_currency_is_a_discrepancy() {
            scene.created("M1");
            Terms dearer = new Terms(Optional.of(new BigDecimal("40001")), Optional.empty());
            Terms dollars = new Terms(Optional.empty(), Optional.of(new Currency("USD")));
            for (Terms terms : List.of(dearer, dollars)) {
                Told told = LinkScene.told(
                        "M1", terms, false, Optional.empty(), List.of(transaction("T1", Status.SUCCESS)));

                assertEquals(Settled.CONTRADICTED, scene.settle(told));
            }
            assertEquals(new State.Active(), scene.now("M1").state());
            assertEquals(2, scene.discrepancies().size());
        }
    }

    private Row received(PaymentLink link) {
        return scene.story(link).stream()
                .filter(row -> row.entry().kind() == Kind.RECEIVED)
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class That_tells_of_attempts {
        @Test
        void is_recorded_and_told_to_nobody() {
            PaymentLink link = scene.created("M1");

            assertEquals(
                    Settled.RECORDED,
                    scene.settle("M1", transaction("T1", Status.PENDING), transaction("T2", Status.CLOSE)));

            assertEquals(
                    List.of(transaction("T1", Status.PENDING), transaction("T2", Status.CLOSE)),
                    scene.now("M1").transactions());
            assertEquals(List.of(), scene.deliveries(link));
            assertTrue(scene.errand(link).isPresent(), "its end is still to come");
        }

        @Test
        void among_them_the_one_that_paid_is_announced() {
            PaymentLink link = scene.created("M1");

            assertEquals(
                    Settled.RECORDED,
                    scene.settle("M1", transaction("T1", Status.CLOSE), transaction("T2", Status.SUCCESS)));

            assertEquals(
                    new State.Paid(scene.now("M1").transactions().get(1).no()),
                    scene.now("M1").state());
            assertEquals(1, scene.deliveries(link).size());
            assertEquals(
                    List.of(
                            Kind.REQUESTED,
                            Kind.ASKED,
                            Kind.ANSWERED,
                            Kind.RECEIVED,
                            Kind.MOVED,
                            Kind.MOVED,
                            Kind.OWED),
                    scene.kinds(link),
                    "the message stands there once");
        }

        @Test
        void of_which_two_have_paid_announces_the_first_and_keeps_the_second_for_a_person() {
            PaymentLink link = scene.created("M1");

            assertEquals(
                    Settled.RECORDED,
                    scene.settle("M1", transaction("T1", Status.SUCCESS), transaction("T2", Status.SUCCESS)));

            assertEquals(1, scene.deliveries(link).size());
            assertEquals(1, scene.discrepancies().size());
        }
    }

    @Nested
    class That_it_ended {
        @Test
        void is_taken_in_and_told_to_nobody() {
            PaymentLink link = scene.created("M1");
            Told told = LinkScene.told("M1", Terms.UNSAID, true, Optional.of(END), List.of());

            assertEquals(Settled.RECORDED, scene.settle(told));
            assertEquals(Settled.KNOWN_ALREADY, scene.settle(told));

            assertEquals(new State.Expired(), scene.now("M1").state());
            assertEquals(END, scene.now("M1").expiresAt());
            assertEquals(List.of(), scene.deliveries(link));
        }

        @Test
        void counts_less_than_the_payment_that_it_tells_of() {
            scene.created("M1");

            scene.settle(LinkScene.told(
                    "M1", Terms.UNSAID, true, Optional.of(END), List.of(transaction("T1", Status.SUCCESS))));

            assertEquals("PAID", PaymentLinkKind.name(scene.now("M1")));
        }
    }

    @Nested
    class About_one_that_upstream_is_not_known_to_have {
        @Test
        void opens_it() {
            scene.acquirer.answers(PlayedLinkAcquirer.unknown());
            scene.create("M1", "chairs");

            scene.settle(LinkScene.told("M1", Terms.UNSAID, false, Optional.of(END), List.of()));

            assertEquals(Optional.of(PlayedLinkAcquirer.URLS), scene.now("M1").urls());
            assertEquals(END, scene.errand(scene.now("M1")).orElseThrow().dueAt());
        }

        @Test
        void does_not_open_it_if_it_does_not_say_where() {
            scene.acquirer.answers(PlayedLinkAcquirer.unknown());
            scene.create("M1", "chairs");
            Told told = scene.told("M1", transaction("T1", Status.SUCCESS));

            scene.settle(new Told(
                    told.request(),
                    told.number(),
                    new LinkUrls("", ""),
                    told.terms(),
                    told.offer(),
                    told.expiresAt(),
                    told.expired(),
                    told.transactions(),
                    told.message()));

            assertEquals(new Opening.Doubtful(), scene.now("M1").opening());
            assertTrue(scene.now("M1").isPaid());
        }
    }

    @Nested
    class For_several_merchants_upstream {
        @Test
        void goes_to_the_one_that_has_that_link() {
            scene.created("M1");
            Merchant other = Given.merchant(scene.store);

            assertEquals(
                    Settled.RECORDED,
                    scene.settlement.settle(
                            List.of(Given.holder(scene.store, other), scene.holder),
                            scene.told("M1", transaction("T1", Status.SUCCESS))));

            assertTrue(scene.now("M1").isPaid());
            assertEquals(Optional.empty(), scene.store.paymentLinks().find(other.id(), new MerchantLinkId("M1")));
        }

        @Test
        void is_kept_for_a_person_if_several_have_such_a_link() {
            scene.created("M1");
            Merchant other = Given.merchant(scene.store);
            scene.acquirer.answers(PlayedLinkAcquirer.taken());
            scene.creation.create(other, LinkScene.command("M1", "chairs"));

            assertEquals(
                    Settled.UNUSABLE,
                    scene.settlement.settle(
                            List.of(scene.holder, Given.holder(scene.store, other)),
                            scene.told("M1", transaction("T1", Status.SUCCESS))));

            assertFalse(scene.now("M1").isPaid());
        }
    }
}
