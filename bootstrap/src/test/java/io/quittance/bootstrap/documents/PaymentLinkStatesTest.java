package io.quittance.bootstrap.documents;

import static java.util.Map.entry;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Report;
import io.quittance.domain.paymentlink.PaymentLink.Report.Ended;
import io.quittance.domain.paymentlink.PaymentLink.Report.Standing;
import io.quittance.domain.paymentlink.PaymentLink.Report.Transacted;
import io.quittance.domain.paymentlink.PaymentLink.State;
import io.quittance.domain.paymentlink.PaymentLink.Terms;
import io.quittance.domain.paymentlink.TransactionNo;
import io.quittance.domain.text.Bytes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The states of a payment link")
class PaymentLinkStatesTest {
    private static final String PAGE = "protocol/payment-link-notification.md";
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant END = NOW.plusSeconds(3600);
    private static final TransactionNo ONE = new TransactionNo("T1");
    private static final TransactionNo TWO = new TransactionNo("T2");

    private static final PaymentLink ACTIVE = PaymentLink.asked(
            new LinkId("abcdefgh"),
            new MerchantId(1),
            new AccountId(1),
            new MerchantLinkId("L1"),
            new Offer(Money.of("40", "USD"), new Country("US"), Optional.empty(), "digest", Bytes.utf8("{}")),
            NOW,
            Duration.ofHours(1),
            NOW.plusSeconds(15));

    private static final Map<String, PaymentLink> STATES = StateTable.columns(
            entry("ACTIVE", ACTIVE),
            entry("PAID", after(told(Terms.UNSAID, ONE, Status.SUCCESS))),
            entry("EXPIRED", after(new Ended(Terms.UNSAID, END))));

    private static Report told(Terms terms, TransactionNo no, Status status) {
        return new Transacted(terms, new LinkTransaction(no, status, Optional.empty(), Optional.empty()));
    }

    private static PaymentLink after(Report report) {
        return ACTIVE.apply(report).after();
    }

    private static Map<String, Report> reports(Terms terms) {
        return StateTable.columns(
                entry("ACTIVE, nothing else", new Standing(terms)),
                entry("EXPIRED", new Ended(terms, END)),
                entry("EXPIRED, earlier than was known", new Ended(terms, END.minusSeconds(60))),
                entry("a new transaction, PENDING", told(terms, TWO, Status.PENDING)),
                entry("a new transaction, CLOSE", told(terms, TWO, Status.CLOSE)),
                entry("a new transaction, SUCCESS", told(terms, TWO, Status.SUCCESS)));
    }

    private static Collection<Report> another(String amount, String currency) {
        return reports(new Terms(Optional.of(new BigDecimal(amount)), Optional.of(new Currency(currency))))
                .values();
    }

    private static String name(PaymentLink link) {
        return switch (link.state()) {
            case State.Active _ -> "ACTIVE";
            case State.Paid _ -> "PAID";
            case State.Expired _ -> "EXPIRED";
        };
    }

    @Test
    void and_what_each_report_does_stand_on_its_page() {
        StateTable.complete(
                State.class, STATES.values().stream().map(PaymentLink::state).toList());
        StateTable.complete(Report.class, reports(Terms.UNSAID).values());

        StateTable<PaymentLink> table = new StateTable<>(STATES, PaymentLinkStatesTest::name);
        reports(Terms.UNSAID).forEach((name, report) -> table.row(name, List.of(report), PaymentLink::apply));
        table.row("any, with another amount", another("41", "USD"), PaymentLink::apply)
                .row("any, in another currency", another("40", "EUR"), PaymentLink::apply)
                .isShownOn(PAGE);
    }

    @Test
    void and_those_of_its_transactions_stand_on_its_page() {
        Map<String, PaymentLink> known = new LinkedHashMap<>();
        known.put("new", ACTIVE);
        for (Status status : Status.values()) {
            known.put(status.name(), after(told(Terms.UNSAID, ONE, status)));
        }

        StateTable<PaymentLink> table = new StateTable<>(
                known,
                link -> link.transaction(ONE).map(one -> one.status().name()).orElse("new"));
        for (Status status : Status.values()) {
            table.row(status.name(), List.of(told(Terms.UNSAID, ONE, status)), PaymentLink::apply);
        }
        table.isShownOn(PAGE);
    }
}
