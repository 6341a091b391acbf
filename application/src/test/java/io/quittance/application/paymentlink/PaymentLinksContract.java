package io.quittance.application.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.paymentlink.PaymentLinks.Added;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.lifecycle.Transition;
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
public interface PaymentLinksContract {
    Store store();

    private PaymentLinks links() {
        return store().paymentLinks();
    }

    private Added add(PaymentLink link) {
        return store().answer(() -> links().add(link));
    }

    private void replace(PaymentLink next) {
        store().perform(() -> links().replace(next));
    }

    private MerchantId merchant() {
        return Given.merchant(store()).id();
    }

    private static PaymentLink opened(PaymentLink link) {
        return link.opened(
                new Opening.Opened(
                        Optional.of(new UpstreamLinkId("up-ä")),
                        new LinkUrls("https://pay.example/ä", "https://pay.example/qr")),
                Optional.of(Given.NOON.plusSeconds(7200)),
                Given.NOON);
    }

    private static PaymentLink with(PaymentLink link, String no, Status status) {
        boolean success = status == Status.SUCCESS;
        LinkTransaction told = new LinkTransaction(
                new TransactionNo(no),
                status,
                success ? Optional.of(Given.NOON.plusSeconds(9)) : Optional.empty(),
                success ? Optional.of(Bytes.utf8("{\"paymentDetails\":[\"ä𝄞\"]}")) : Optional.empty());
        Transition<PaymentLink, ?> transition = link.apply(new Report.Transacted(PaymentLink.Terms.UNSAID, told));
        return transition.after();
    }

    @Test
    default void keeps_a_new_link_and_finds_it_by_both_its_ids() {
        PaymentLink link = Given.link(merchant());

        assertEquals(new Added.New(), add(link));

        assertEquals(Optional.of(link), links().find(link.id()));
        assertEquals(Optional.of(link), links().find(link.merchant(), link.request()));
    }

    @Test
    default void finds_nothing_that_was_never_kept() {
        assertEquals(Optional.empty(), links().find(new LinkId(Given.unique("L"))));
        assertEquals(Optional.empty(), links().find(merchant(), new MerchantLinkId("M")));
    }

    @Test
    default void answers_with_the_link_that_used_the_id_before_as_it_is_now() {
        PaymentLink earlier = Given.keptLink(store());
        PaymentLink now = with(opened(earlier), "T1", Status.SUCCESS);
        replace(now);

        Added again = add(Given.link(
                earlier.merchant(), Given.unique("L"), earlier.request().value()));

        assertEquals(new Added.Known(now), again);
    }

    @Test
    default void says_when_our_id_is_another_links() {
        PaymentLink earlier = Given.keptLink(store());
        PaymentLink sameId = Given.link(merchant(), earlier.id().value(), Given.unique("M"));

        assertEquals(new Added.IdTaken(), add(sameId));

        assertEquals(Optional.of(earlier), links().find(earlier.id()));
        assertEquals(Optional.empty(), links().find(sameId.merchant(), sameId.request()));
    }

    @Test
    default void keeps_the_same_id_once_for_each_merchant() {
        String request = Given.unique("M");
        PaymentLink one = Given.kept(store(), Given.link(merchant(), Given.unique("L"), request));
        PaymentLink other = Given.kept(store(), Given.link(merchant(), Given.unique("L"), request));

        assertEquals(Optional.of(one), links().find(one.merchant(), one.request()));
        assertEquals(Optional.of(other), links().find(other.merchant(), other.request()));
    }

    @Test
    default void tells_ids_apart_that_some_databases_take_for_the_same() {
        MerchantId merchant = merchant();
        String name = Given.unique("M");
        for (String id : List.of(name + "a", name + "A", name + "ä", name + "a b")) {
            assertEquals(new Added.New(), add(Given.link(merchant, Given.unique("L"), id)), id);
        }
    }

    @Test
    default void keeps_every_opening_and_state() {
        PaymentLink asked = Given.keptLink(store());
        PaymentLink expired = opened(asked)
                .apply(new Report.Ended(PaymentLink.Terms.UNSAID, Given.NOON.plusSeconds(1)))
                .after();
        for (PaymentLink next : List.of(
                asked.askedAgain(Given.NOON.plusSeconds(40)),
                asked.notOpened(new Opening.Doubtful()),
                asked.notOpened(new Opening.Unheard()),
                asked.opened(new Opening.Opened(Optional.empty(), new LinkUrls("", "")), Optional.empty(), Given.NOON),
                opened(asked),
                expired,
                with(expired, "T1", Status.SUCCESS))) {
            replace(next);

            assertEquals(Optional.of(next), links().find(asked.id()));
        }
    }

    @Test
    default void keeps_what_upstream_never_had_with_other_content() {
        PaymentLink asked = Given.keptLink(store());
        Offer other = new Offer(
                Money.of("7.55", "USD"), new Country("US"), Optional.empty(), "other", Bytes.utf8("{\"o\":\"ü\"}"));
        PaymentLink next =
                asked.renewed(other, Given.NOON.plusSeconds(5), Duration.ofDays(30), Given.NOON.plusSeconds(20));

        replace(next);

        assertEquals(Optional.of(next), links().find(asked.id()));
    }

    @Test
    default void keeps_all_transactions_and_what_becomes_of_them() {
        PaymentLink link = opened(Given.keptLink(store()));
        PaymentLink tried = with(with(with(link, "T2", Status.PENDING), "T3", Status.CLOSE), "T1", Status.PENDING);
        replace(tried);
        assertEquals(Optional.of(tried), links().find(link.id()));

        PaymentLink paid = with(tried, "T2", Status.SUCCESS);
        replace(paid);

        assertEquals(Optional.of(paid), links().find(link.id()));
        assertEquals(Optional.of(paid), store().answer(() -> links().lock(link.merchant(), link.request())));
    }

    @Test
    default void keeps_a_link_that_comes_with_a_transaction() {
        PaymentLink paid = with(opened(Given.link(merchant())), "T1", Status.SUCCESS);

        add(paid);

        assertEquals(Optional.of(paid), links().find(paid.id()));
    }

    @Test
    default void keeps_the_same_transaction_number_once_for_each_link() {
        PaymentLink one = with(opened(Given.keptLink(store())), "T1", Status.PENDING);
        PaymentLink other = with(opened(Given.keptLink(store())), "T1", Status.SUCCESS);

        replace(one);
        replace(other);

        assertEquals(Optional.of(one), links().find(one.id()));
        assertEquals(Optional.of(other), links().find(other.id()));
    }

    @Test
    default void reads_for_a_decision_by_both_ids_what_it_would_find() {
        PaymentLink link = Given.keptLink(store());

        assertEquals(Optional.of(link), store().answer(() -> links().lock(link.id())));
        assertEquals(Optional.of(link), store().answer(() -> links().lock(link.merchant(), link.request())));
        assertEquals(Optional.empty(), store().answer(() -> links().lock(new LinkId(Given.unique("L")))));
        assertEquals(
                Optional.empty(),
                store().answer(() -> links().lock(link.merchant(), new MerchantLinkId("unheard of"))));
    }

    @Test
    default void refuses_to_replace_what_is_not_there_and_accepts_what_changes_nothing() {
        PaymentLink never = Given.link(merchant());
        PaymentLink there = Given.keptLink(store());

        assertThrows(IllegalStateException.class, () -> replace(never));
        replace(there);

        assertEquals(Optional.empty(), links().find(never.id()));
        assertEquals(Optional.of(there), links().find(there.id()));
    }

    @Test
    default void is_what_a_journal_can_hang_on() {
        PaymentLink link = Given.keptLink(store());
        ObjectRef about = ObjectRef.of(link.id());

        int first =
                store().answer(() -> store().journal().append(about, List.of(Given.note("one"), Given.note("two"))));
        int next = store().answer(() -> store().journal().append(about, List.of(Given.note("three"))));

        assertEquals(List.of(1, 3), List.of(first, next));
        assertEquals(3, store().journal().story(about).size());
        assertThrows(
                IllegalStateException.class,
                () -> store().perform(() -> store().journal()
                        .append(ObjectRef.of(new LinkId(Given.unique("L"))), List.of(Given.note("nowhere")))));
    }

    @Test
    default void lets_one_of_many_win_that_add_the_same_id_at_once() {
        MerchantId merchant = merchant();
        String request = Given.unique("M");
        List<PaymentLink> rivals = Stream.generate(() -> Given.link(merchant, Given.unique("L"), request))
                .limit(8)
                .toList();

        List<Added> answers = AtOnce.all(rivals, this::add);

        PaymentLink winner = links().find(merchant, new MerchantLinkId(request)).orElseThrow();
        for (int i = 0; i < rivals.size(); i++) {
            Added expected = rivals.get(i).equals(winner) ? new Added.New() : new Added.Known(winner);
            assertEquals(expected, answers.get(i));
        }
    }

    @Test
    default void gives_a_locked_link_to_one_at_a_time() {
        PaymentLink link = Given.keptLink(store());
        replace(opened(link));
        List<String> numbers = Stream.generate(() -> Given.unique("T")).limit(8).toList();

        AtOnce.all(
                numbers,
                number -> store().answer(() -> {
                    PaymentLink locked = links().lock(link.id()).orElseThrow();
                    links().replace(with(locked, number, Status.PENDING));
                    return number;
                }));

        PaymentLink now = links().find(link.id()).orElseThrow();
        assertEquals(
                numbers.stream().sorted().toList(),
                now.transactions().stream()
                        .map(one -> one.no().value())
                        .sorted()
                        .toList());
    }

    @Test
    default void keeps_times_to_the_millisecond() {
        Instant odd = Instant.parse("2026-11-01T05:30:00.001Z");
        PaymentLink link = Given.keptLink(store());
        PaymentLink next =
                link.opened(new Opening.Opened(Optional.empty(), new LinkUrls("x", "y")), Optional.of(odd), Given.NOON);

        replace(next);

        assertEquals(odd, links().find(link.id()).orElseThrow().expiresAt());
    }
}
