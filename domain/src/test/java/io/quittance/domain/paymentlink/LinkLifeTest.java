package io.quittance.domain.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.PaymentLink.State;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payment link, besides its reports,")
class LinkLifeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final TransactionNo ONE = new TransactionNo("T1");
    private static final Offer OFFER = offer("digest", "{\"payer\":\"Grace Hopper\"}");
    private static final UpstreamLinkId UPSTREAM = new UpstreamLinkId("up-1");

    private static final PaymentLink ASKED = PaymentLink.asked(
            new LinkId("abcdefgh"),
            new MerchantId(1),
            new AccountId(1),
            new MerchantLinkId("L1"),
            OFFER,
            NOON,
            Duration.ofHours(1),
            NOON.plusSeconds(15));

    private static final PaymentLink PAID =
            in(new State.Paid(ONE), new LinkTransaction(ONE, Status.SUCCESS, Optional.of(NOON), Optional.of(card())));

    private static Offer offer(String digest, String data) {
        return new Offer(Money.of("40000", "IDR"), new Country("ID"), Optional.empty(), digest, Bytes.utf8(data));
    }

    private static Bytes card() {
        return Bytes.utf8("{\"cardNo\":\"400555****0001\"}");
    }

    private static Opening.Opened opened(Optional<UpstreamLinkId> number) {
        return new Opening.Opened(number, new LinkUrls("https://up.example/a", "https://up.example/a.png"));
    }

    private static PaymentLink in(State state, LinkTransaction... transactions) {
        return new PaymentLink(
                ASKED.id(),
                ASKED.merchant(),
                ASKED.account(),
                ASKED.request(),
                OFFER,
                NOON,
                ASKED.expiresAt(),
                opened(Optional.of(UPSTREAM)),
                state,
                List.of(transactions));
    }

    @Test
    void keeps_nothing_of_persons_once_they_are_forgotten_but_what_was_paid_and_when() {
        PaymentLink forgotten = PAID.forgotten();

        assertEquals(
                List.of(new LinkTransaction(ONE, Status.SUCCESS, Optional.of(NOON), Optional.empty())),
                forgotten.transactions());
        assertEquals(offer("digest", "{}"), forgotten.offer());
        assertEquals(PAID.state(), forgotten.state());
        assertEquals(PAID.expiresAt(), forgotten.expiresAt());
        assertTrue(forgotten.offer().same(OFFER), "the same request is known again");
        assertFalse(forgotten.offer().same(offer("another", "{}")));
    }

    @Test
    void is_paid_or_not() {
        assertTrue(PAID.isPaid());
        assertFalse(ASKED.isPaid());
    }

    @Test
    void is_another_one_upstream_where_its_id_is_known_and_another() {
        Optional<UpstreamLinkId> other = Optional.of(new UpstreamLinkId("up-2"));

        assertTrue(PAID.anotherThan(other));
        assertFalse(PAID.anotherThan(Optional.of(UPSTREAM)));
        assertFalse(PAID.anotherThan(Optional.empty()));
        assertFalse(ASKED.anotherThan(other), "nothing is known of it");
        assertFalse(
                ASKED.opened(opened(Optional.empty()), Optional.empty(), NOON).anotherThan(other));
    }

    @Test
    void is_asked_for_anew_with_other_content_where_upstream_never_had_it() {
        Offer next = offer("next", "{}");

        PaymentLink renewed = ASKED.renewed(next, LATER, Duration.ofHours(2), LATER.plusSeconds(15));

        assertEquals(ASKED.id(), renewed.id());
        assertEquals(next, renewed.offer());
        assertEquals(LATER.plus(Duration.ofHours(2)), renewed.expiresAt());
        assertEquals(new Opening.Asking(LATER.plusSeconds(15), false), renewed.opening());
        assertEquals(new State.Active(), renewed.state());
    }

    @Test
    void shows_no_payment_from_before_it_was_made() {
        LinkTransaction early =
                new LinkTransaction(ONE, Status.SUCCESS, Optional.of(NOON.minusSeconds(1)), Optional.empty());

        assertEquals(Optional.of(NOON), ASKED.shown(early).completedAt());
        assertEquals(ONE, ASKED.shown(early).no());
        assertEquals(Optional.empty(), ASKED.shown(LinkTransaction.pending(ONE)).completedAt());
        assertEquals(Status.PENDING, LinkTransaction.pending(ONE).status());
    }
}
