package io.quittance.application.paymentlink;

import static io.quittance.application.paymentlink.LinkScene.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.paymentlink.SettlePaymentLink.Told;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Terms;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A report about a link that nobody asked for")
class AdoptPaymentLinkTest {
    private static final Instant END = Given.NOON.plusSeconds(600);

    private final LinkScene scene = new LinkScene();

    private Told told(String request) {
        return LinkScene.told(
                request, Terms.UNSAID, false, Optional.of(END), List.of(transaction("T1", Status.SUCCESS)));
    }

    @Test
    void makes_the_link_under_upstreams_id_and_announces_it() {
        assertEquals(Settled.RECORDED, scene.settle(told("M9")));

        PaymentLink link = scene.now("M9");
        assertEquals(new LinkId("up-M9"), link.id());
        assertEquals("PAID", PaymentLinkKind.name(link));
        assertEquals(END, link.expiresAt());
        assertEquals(1, scene.deliveries(link).size());
        assertEquals(Optional.empty(), scene.errand(link));
        assertEquals(List.of(Kind.RECEIVED, Kind.MOVED, Kind.OWED), scene.kinds(link));
    }

    @Test
    void and_that_is_not_paid_yet_leaves_its_end_to_be_recorded() {
        scene.settle(LinkScene.told("M9", Terms.UNSAID, false, Optional.of(END), List.of()));

        assertEquals(END, scene.errand(scene.now("M9")).orElseThrow().dueAt());
    }

    @Test
    void and_that_says_too_little_is_a_discrepancy() {
        Told whole = told("M9");
        for (Told less : List.of(
                with(whole, Optional.empty(), whole.offer(), whole.expiresAt()),
                with(whole, whole.number(), Optional.empty(), whole.expiresAt()),
                with(whole, whole.number(), whole.offer(), Optional.empty()))) {
            assertEquals(Settled.UNUSABLE, scene.settle(less));
        }
        assertEquals(Optional.empty(), scene.find("M9"));
        assertEquals(1, scene.discrepancies().size(), "the same facts, counted");
    }

    private static Told with(Told told, Optional<UpstreamLinkId> number, Optional<Offer> offer, Optional<Instant> end) {
        return new Told(
                told.request(),
                number,
                told.urls(),
                told.terms(),
                offer,
                end,
                told.expired(),
                told.transactions(),
                told.message());
    }

    @Test
    void and_whose_id_is_another_links_is_a_discrepancy() {
        scene.settle(told("M9"));
        Merchant other = Given.merchant(scene.store);

        assertEquals(Settled.UNUSABLE, scene.settlement.settle(List.of(Given.holder(scene.store, other)), told("M9")));

        assertEquals(1, scene.store.discrepancies().of(other.id(), 10).size());
    }

    @Test
    void is_not_what_a_later_request_of_that_id_asks_for() {
        scene.settle(told("M9"));

        assertEquals(new CreatePaymentLink.Outcome.Conflicting(scene.now("M9")), scene.create("M9", "chairs"));
    }
}
