package io.quittance.application.paymentlink;

import static io.quittance.application.paymentlink.LinkScene.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.paymentlink.SettlePaymentLink.Told;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
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
    void makes_the_link_under_an_id_of_ours_and_announces_it() {
        assertEquals(Settled.RECORDED, scene.settle(told("M9")));

        PaymentLink link = scene.now("M9");
        assertNotEquals("up-M9", link.id().value());
        assertTrue(link.opening() instanceof Opening.Opened(var number, var _)
                && number.equals(Optional.of(new UpstreamLinkId("up-M9"))));
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
    void and_whose_id_upstream_is_another_links_of_that_account_is_a_discrepancy() {
        scene.settle(told("M9"));
        Told other = told("M10");

        Settled outcome =
                scene.settle(with(other, Optional.of(new UpstreamLinkId("up-M9")), other.offer(), other.expiresAt()));

        assertEquals(Settled.UNUSABLE, outcome);
        assertEquals(Optional.empty(), scene.find("M10"));
        assertEquals(1, scene.discrepancies().size());
    }

    @Test
    void and_whose_id_upstream_is_a_link_of_another_account_is_made() {
        scene.settle(told("M9"));
        Merchant other = Given.merchant(scene.store);

        assertEquals(Settled.RECORDED, scene.settlement.settle(List.of(Given.holder(scene.store, other)), told("M9")));
    }

    @Test
    void is_made_also_where_upstreams_id_is_left_out() {
        Told told = told("M9");

        assertEquals(Settled.RECORDED, scene.settle(with(told, Optional.empty(), told.offer(), told.expiresAt())));
    }

    @Test
    void is_not_what_a_later_request_of_that_id_asks_for() {
        scene.settle(told("M9"));

        assertEquals(new CreatePaymentLink.Outcome.Conflicting(scene.now("M9")), scene.create("M9", "chairs"));
    }
}
