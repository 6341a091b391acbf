package io.quittance.application.paymentlink;

import static io.quittance.application.store.Given.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.NumberedOrdersContract;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.PaymentLink.Report;
import io.quittance.domain.paymentlink.PaymentLink.State;
import io.quittance.domain.paymentlink.TransactionNo;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link PaymentLinks} promises. */
public interface PaymentLinksContract extends NumberedOrdersContract<PaymentLink, LinkId, MerchantLinkId> {
    @Override
    default PaymentLinks orders() {
        return store().paymentLinks();
    }

    @Override
    default PaymentLink order(MerchantId merchant, String number, String key) {
        return Given.link(merchant, number, key);
    }

    @Override
    default LinkId number(String text) {
        return new LinkId(text);
    }

    @Override
    default MerchantLinkId key(String text) {
        return new MerchantLinkId(text);
    }

    @Override
    default LinkId number(PaymentLink link) {
        return link.id();
    }

    @Override
    default MerchantLinkId key(PaymentLink link) {
        return link.request();
    }

    @Override
    default Instant made(PaymentLink link) {
        return link.createdAt();
    }

    @Override
    default MerchantId merchant(PaymentLink link) {
        return link.merchant();
    }

    @Override
    default ObjectRef about(PaymentLink link) {
        return ObjectRef.of(link.id());
    }

    @Override
    default PaymentLink made(PaymentLink link, Instant at) {
        return link.renewed(link.offer(), at, Duration.ofHours(1), at);
    }

    @Override
    default Optional<PaymentLink> worth(PaymentLink link, Money amount) {
        Offer some = link.offer();
        Offer offer = new Offer(amount, some.country(), some.notifyUrl(), some.digest(), some.data());
        return Optional.of(link.renewed(offer, link.createdAt(), Duration.ofHours(1), NOON));
    }

    @Override
    default PaymentLink moved(PaymentLink link, String what) {
        Opening opened = new Opening.Opened(Optional.of(new UpstreamLinkId(what)), new LinkUrls("x", "y"));
        return in(link, opened, link.state());
    }

    @Override
    default PaymentLink ended(PaymentLink link) {
        return in(link, link.opening(), new State.Expired());
    }

    private static PaymentLink in(PaymentLink link, Opening opening, State state) {
        return new PaymentLink(
                link.id(),
                link.merchant(),
                link.account(),
                link.request(),
                link.offer(),
                link.createdAt(),
                link.expiresAt(),
                opening,
                state,
                link.transactions());
    }

    @Override
    default List<PaymentLink> becoming(PaymentLink asked) {
        PaymentLink expired = opened(asked)
                .apply(new Report.Ended(PaymentLink.Terms.UNSAID, NOON.plusSeconds(1)))
                .after();
        return List.of(
                asked.askedAgain(NOON.plusSeconds(40)),
                asked.notOpened(new Opening.Doubtful()),
                asked.notOpened(new Opening.Unheard()),
                asked.opened(new Opening.Opened(Optional.empty(), new LinkUrls("", "")), Optional.empty(), NOON),
                opened(asked),
                expired,
                with(expired, "T1", Status.SUCCESS));
    }

    private static PaymentLink opened(PaymentLink link) {
        return link.opened(
                new Opening.Opened(
                        Optional.of(new UpstreamLinkId("up-ä")),
                        new LinkUrls("https://pay.example/ä", "https://pay.example/qr")),
                Optional.of(NOON.plusSeconds(7200)),
                NOON);
    }

    private static PaymentLink with(PaymentLink link, String no, Status status) {
        boolean success = status == Status.SUCCESS;
        LinkTransaction told = new LinkTransaction(
                new TransactionNo(no),
                status,
                success ? Optional.of(NOON.plusSeconds(9)) : Optional.empty(),
                success ? Optional.of(Bytes.utf8("{\"paymentDetails\":[\"ä𝄞\"]}")) : Optional.empty());
        return link.apply(new Report.Transacted(PaymentLink.Terms.UNSAID, told)).after();
    }

    @Test
    default void keeps_what_upstream_never_had_with_other_content() {
        PaymentLink asked = kept();
        Offer other = new Offer(
                Money.of("7.55", "USD"), new Country("US"), Optional.empty(), "other", Bytes.utf8("{\"o\":\"ü\"}"));
        PaymentLink next = asked.renewed(other, NOON.plusSeconds(5), Duration.ofDays(30), NOON.plusSeconds(20));

        replace(next);

        assertEquals(Optional.of(next), orders().find(asked.id()));
    }

    @Test
    default void keeps_all_transactions_and_what_becomes_of_them() {
        PaymentLink link = opened(kept());
        PaymentLink tried = with(with(with(link, "T2", Status.PENDING), "T3", Status.CLOSE), "T1", Status.PENDING);
        replace(tried);
        assertEquals(Optional.of(tried), orders().find(link.id()));

        PaymentLink paid = with(tried, "T2", Status.SUCCESS);
        replace(paid);

        assertEquals(Optional.of(paid), orders().find(link.id()));
        assertEquals(Optional.of(paid), store().answer(() -> orders().lock(link.merchant(), link.request())));
    }

    @Test
    default void keeps_the_same_transaction_number_once_for_each_link() {
        PaymentLink one = with(opened(kept()), "T1", Status.PENDING);
        PaymentLink other = with(opened(kept()), "T1", Status.SUCCESS);

        replace(one);
        replace(other);

        assertEquals(Optional.of(one), orders().find(one.id()));
        assertEquals(Optional.of(other), orders().find(other.id()));
    }

    @Test
    default void loses_no_transaction_of_many_that_are_told_at_once() {
        PaymentLink link = kept();
        replace(opened(link));
        List<String> numbers = Stream.generate(() -> Given.unique("T")).limit(8).toList();

        AtOnce.all(
                numbers,
                number -> store().answer(() -> {
                    PaymentLink locked = orders().lock(link.id()).orElseThrow();
                    orders().replace(with(locked, number, Status.PENDING));
                    return number;
                }));

        PaymentLink now = orders().find(link.id()).orElseThrow();
        assertEquals(
                numbers.stream().sorted().toList(),
                now.transactions().stream()
                        .map(one -> one.no().value())
                        .sorted()
                        .toList());
    }

    @Test
    default void keeps_when_it_ends_to_the_millisecond() {
        Instant odd = Instant.parse("2026-11-01T05:30:00.001Z");
        PaymentLink link = kept();

        replace(link.opened(new Opening.Opened(Optional.empty(), new LinkUrls("x", "y")), Optional.of(odd), NOON));

        assertEquals(odd, orders().find(link.id()).orElseThrow().expiresAt());
    }
}
