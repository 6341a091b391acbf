package io.quittance.domain.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.PaymentLink.Report;
import io.quittance.domain.paymentlink.PaymentLink.State;
import io.quittance.domain.paymentlink.PaymentLink.Terms;
import io.quittance.domain.paymentlink.PaymentLinkEvent.LinkPaid;
import io.quittance.domain.text.Bytes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A payment link")
class PaymentLinkTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Instant END = NOON.plusSeconds(3600);
    private static final Instant EARLIER = END.minusSeconds(60);
    private static final TransactionNo ONE = new TransactionNo("T1");
    private static final TransactionNo TWO = new TransactionNo("T2");
    private static final LinkUrls URLS = new LinkUrls("https://up.example/a", "https://up.example/a.png");
    private static final Opening.Opened OPENED = new Opening.Opened(Optional.of(new UpstreamLinkId("up-1")), URLS);
    private static final Offer OFFER =
            new Offer(Money.of("40000", "IDR"), new Country("ID"), Optional.empty(), "digest", Bytes.utf8("{}"));

    private static final PaymentLink ASKED = PaymentLink.asked(
            new LinkId("abcdefgh"),
            new MerchantId(1),
            new AccountId(1),
            new MerchantLinkId("L1"),
            OFFER,
            NOON,
            Duration.ofHours(1),
            NOON.plusSeconds(15));
    private static final PaymentLink ACTIVE = ASKED.opened(OPENED, Optional.empty(), NOON);

    private static PaymentLink link(State state, Instant end, LinkTransaction... transactions) {
        return new PaymentLink(
                ACTIVE.id(),
                ACTIVE.merchant(),
                ACTIVE.account(),
                ACTIVE.request(),
                OFFER,
                NOON,
                end,
                OPENED,
                state,
                List.of(transactions));
    }

    private static LinkTransaction transaction(TransactionNo no, Status status) {
        return new LinkTransaction(no, status, Optional.empty(), Optional.empty());
    }

    private static Report told(TransactionNo no, Status status) {
        return new Report.Transacted(Terms.UNSAID, transaction(no, status));
    }

    private static Transition<PaymentLink, PaymentLinkEvent> moved(PaymentLink next) {
        return new Moved<>(next, List.of());
    }

    private static Transition<PaymentLink, PaymentLinkEvent> paid(PaymentLink next, TransactionNo by) {
        return new Moved<>(next, List.of(new LinkPaid(next, transaction(by, Status.SUCCESS))));
    }

    private record Told(PaymentLink link, Report report) {}

    @Test
    void has_an_answer_in_every_state_to_every_report() {
        PaymentLink expired = link(new State.Expired(), END);
        PaymentLink paidByOne = link(new State.Paid(ONE), END, transaction(ONE, Status.SUCCESS));
        LinkTransaction one = transaction(ONE, Status.SUCCESS);
        Report standing = new Report.Standing(Terms.UNSAID);
        Report over = new Report.Ended(Terms.UNSAID, END);
        Map<Told, Transition<PaymentLink, PaymentLinkEvent>> table = new LinkedHashMap<>();
        table.put(new Told(ACTIVE, standing), new Unmoved<>(ACTIVE));
        table.put(
                new Told(ACTIVE, told(TWO, Status.PENDING)),
                moved(link(new State.Active(), END, transaction(TWO, Status.PENDING))));
        table.put(
                new Told(ACTIVE, told(TWO, Status.CLOSE)),
                moved(link(new State.Active(), END, transaction(TWO, Status.CLOSE))));
        table.put(new Told(ACTIVE, told(ONE, Status.SUCCESS)), paid(paidByOne, ONE));
        table.put(new Told(ACTIVE, over), moved(expired));
        table.put(new Told(expired, standing), new Unmoved<>(expired));
        table.put(
                new Told(expired, told(TWO, Status.PENDING)),
                moved(link(new State.Expired(), END, transaction(TWO, Status.PENDING))));
        table.put(
                new Told(expired, told(TWO, Status.CLOSE)),
                moved(link(new State.Expired(), END, transaction(TWO, Status.CLOSE))));
        table.put(new Told(expired, told(ONE, Status.SUCCESS)), paid(paidByOne, ONE));
        table.put(new Told(expired, over), new Unmoved<>(expired));
        table.put(new Told(paidByOne, standing), new Unmoved<>(paidByOne));
        table.put(
                new Told(paidByOne, told(TWO, Status.PENDING)),
                moved(link(new State.Paid(ONE), END, one, transaction(TWO, Status.PENDING))));
        table.put(
                new Told(paidByOne, told(TWO, Status.CLOSE)),
                moved(link(new State.Paid(ONE), END, one, transaction(TWO, Status.CLOSE))));
        table.put(
                new Told(paidByOne, told(TWO, Status.SUCCESS)),
                new Refused<>(paidByOne, "a second payment of a link that is paid"));
        table.put(new Told(paidByOne, over), new Unmoved<>(paidByOne));

        table.forEach((told, expected) -> assertEquals(expected, told.link().apply(told.report()), told.toString()));

        int transacted = Status.values().length;
        int others = Report.class.getPermittedSubclasses().length - 1;
        assertEquals(State.class.getPermittedSubclasses().length * (others + transacted), table.size());
    }

    @Test
    void has_an_answer_to_every_report_about_a_known_transaction() {
        String why = "another end of a transaction that has ended";
        Map<Status, List<Status>> contradicted = Map.of(
                Status.PENDING, List.of(),
                Status.SUCCESS, List.of(Status.CLOSE),
                Status.CLOSE, List.of(Status.SUCCESS));
        for (Status known : Status.values()) {
            State state = known == Status.SUCCESS ? new State.Paid(ONE) : new State.Active();
            PaymentLink link = link(state, END, transaction(ONE, known));
            for (Status told : Status.values()) {
                Transition<PaymentLink, PaymentLinkEvent> answer = link.apply(told(ONE, told));
                if (contradicted.get(known).contains(told)) {
                    assertEquals(new Refused<>(link, why), answer, known + " " + told);
                } else if (known == Status.PENDING && told == Status.SUCCESS) {
                    assertEquals(paid(link(new State.Paid(ONE), END, transaction(ONE, told)), ONE), answer);
                } else if (known == Status.PENDING && told == Status.CLOSE) {
                    assertEquals(moved(link(state, END, transaction(ONE, told))), answer);
                } else {
                    assertEquals(new Unmoved<>(link), answer, known + " " + told);
                }
            }
        }
    }

    @Nested
    class Whose_report_contradicts_its_terms {
        private void assertRefused(Terms terms, String why) {
            List<Report> all = List.of(
                    new Report.Standing(terms),
                    new Report.Ended(terms, END),
                    new Report.Transacted(terms, transaction(ONE, Status.SUCCESS)));
            for (Report report : all) {
                assertEquals(new Refused<>(ACTIVE, why), ACTIVE.apply(report));
            }
            assertFalse(ACTIVE.fits(terms));
        }

        @Test
        void refuses_another_amount_whatever_else_it_says() {
            assertRefused(new Terms(Optional.of(new BigDecimal("40000.01")), Optional.empty()), "another amount");
        }

        @Test
        void refuses_another_currency_of_the_same_amount() {
            assertRefused(
                    new Terms(Optional.of(new BigDecimal("40000")), Optional.of(new Currency("VND"))),
                    "another currency");
        }

        @Test
        void accepts_the_amount_with_other_zeros() {
            Terms same = new Terms(Optional.of(new BigDecimal("40000.00")), Optional.of(new Currency("IDR")));

            assertTrue(ACTIVE.fits(same));
            assertEquals(new Unmoved<>(ACTIVE), ACTIVE.apply(new Report.Standing(same)));
        }
    }

    @Nested
    class At_its_end {
        @Test
        void counts_as_expired_from_that_instant_on_whatever_its_state() {
            PaymentLink paid = link(new State.Paid(ONE), END, transaction(ONE, Status.SUCCESS));
            for (PaymentLink link : List.of(ACTIVE, paid)) {
                assertFalse(link.expiredAt(END.minusMillis(1)));
                assertTrue(link.expiredAt(END));
                assertTrue(link.expiredAt(END.plusSeconds(1)));
            }
            assertTrue(link(new State.Expired(), END).expiredAt(NOON));
        }

        @Test
        void ends_at_the_earlier_time_if_it_was_ended_by_hand() {
            assertEquals(
                    moved(link(new State.Expired(), EARLIER)), ACTIVE.apply(new Report.Ended(Terms.UNSAID, EARLIER)));
        }

        @Test
        void never_ends_later_than_it_was_made_for() {
            assertEquals(
                    moved(link(new State.Expired(), END)),
                    ACTIVE.apply(new Report.Ended(Terms.UNSAID, END.plusSeconds(9))));
        }

        @Test
        void comes_to_the_same_whether_the_payment_or_the_end_is_told_first() {
            Report ended = new Report.Ended(Terms.UNSAID, EARLIER);
            Report paid = told(ONE, Status.SUCCESS);

            assertEquals(
                    ACTIVE.apply(paid).after().apply(ended).after(),
                    ACTIVE.apply(ended).after().apply(paid).after());
        }
    }

    @Nested
    class That_is_opened {
        @Test
        void keeps_what_it_learned_first() {
            Opening.Opened other = new Opening.Opened(Optional.empty(), new LinkUrls("https://other.example", ""));

            assertEquals(ACTIVE, ACTIVE.opened(other, Optional.of(END.plusSeconds(1)), NOON));
            assertEquals(Optional.of(URLS), ACTIVE.urls());
            assertEquals(Optional.empty(), ASKED.urls());
        }

        @Test
        void ends_when_upstream_says() {
            assertEquals(
                    EARLIER, ASKED.opened(OPENED, Optional.of(EARLIER), NOON).expiresAt());
        }

        @Test
        void lives_again_if_only_our_clock_had_ended_it() {
            PaymentLink lapsed =
                    ASKED.apply(new Report.Ended(Terms.UNSAID, END)).after();

            assertEquals(
                    new State.Active(),
                    lapsed.opened(OPENED, Optional.of(END.plusSeconds(9)), END).state());
            assertEquals(
                    new State.Expired(),
                    lapsed.opened(OPENED, Optional.empty(), END).state());
        }

        @Test
        void remembers_whether_an_earlier_call_may_have_arrived() {
            Instant until = NOON.plusSeconds(30);

            assertEquals(
                    new Opening.Asking(until, true), ASKED.askedAgain(until).opening());
            assertEquals(
                    new Opening.Asking(until, true),
                    ASKED.notOpened(new Opening.Doubtful()).askedAgain(until).opening());
            assertEquals(
                    new Opening.Asking(until, false),
                    ASKED.notOpened(new Opening.Unheard()).askedAgain(until).opening());
        }
    }

    @Test
    void holds_its_transactions_by_number_in_whatever_order_they_were_told() {
        List<LinkTransaction> told =
                new ArrayList<>(List.of(transaction(TWO, Status.PENDING), transaction(ONE, Status.CLOSE)));

        PaymentLink link = ACTIVE;
        for (LinkTransaction one : told) {
            link = link.apply(new Report.Transacted(Terms.UNSAID, one)).after();
        }

        assertEquals(List.of(transaction(ONE, Status.CLOSE), transaction(TWO, Status.PENDING)), link.transactions());
    }
}
