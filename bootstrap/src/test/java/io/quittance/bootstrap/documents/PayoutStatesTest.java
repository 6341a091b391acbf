package io.quittance.bootstrap.documents;

import static java.util.Map.entry;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Legs;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Payout.Report.Declined;
import io.quittance.domain.payout.Payout.Report.Processing;
import io.quittance.domain.payout.Payout.Report.Returned;
import io.quittance.domain.payout.Payout.Report.Settled;
import io.quittance.domain.payout.Payout.Report.TurnedAway;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.Statement;
import io.quittance.domain.payout.SubStatus;
import io.quittance.domain.payout.Sum;
import io.quittance.domain.payout.UpstreamTradeNo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The states of a payout")
class PayoutStatesTest {
    private static final Instant THEN = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant NOW = THEN.plusSeconds(60);
    private static final Failure WHY = new Failure("ACCOUNT_BLOCKED", "");
    private static final Statement NOTHING = Statement.NOTHING;

    private static final Payout PENDING = Payout.requested(
            new PayoutId("P1"),
            new MerchantId(1),
            new AccountId(1),
            new OutTradeNo("o1"),
            Money.of("30", "USD"),
            Particulars.NONE,
            Optional.empty(),
            THEN);

    private static final Map<String, Payout> STATES = StateTable.columns(
            entry("PENDING", PENDING),
            entry("PENDING, taken", after(PENDING, processing(Optional.empty(), THEN))),
            entry("SUCCESS", after(PENDING, new Settled(NOTHING, THEN))),
            entry("FAILED", after(PENDING, new Declined(NOTHING, THEN, WHY))),
            entry("FAILED, turned away", after(PENDING, new TurnedAway(THEN, WHY))),
            entry("BOUNCEBACK", after(PENDING, returned())));

    private static final Map<String, Report> REPORTS = StateTable.columns(
            entry("PENDING", processing(Optional.empty(), NOW)),
            entry("PENDING, a new sub-status", processing(Optional.of(new SubStatus("REVIEW")), NOW)),
            entry("SUCCESS", new Settled(NOTHING, NOW)),
            entry("FAILED", new Declined(NOTHING, NOW, WHY)),
            entry("BOUNCEBACK", returned()),
            entry("turned away, by an answer", new TurnedAway(NOW, WHY)));

    private static Processing processing(Optional<SubStatus> subStatus, Instant at) {
        return new Processing(NOTHING, subStatus, at);
    }

    private static Report returned() {
        return new Returned(NOTHING, Optional.empty(), NOW, Optional.of(WHY));
    }

    private static Payout after(Payout payout, Report report) {
        return payout.apply(report).after();
    }

    private static String name(Payout payout) {
        return switch (payout.state()) {
            case State.Pending _ -> "PENDING";
            case State.Succeeded _ -> "SUCCESS";
            case State.Failed _ -> "FAILED";
            case State.BouncedBack _ -> "BOUNCEBACK";
        };
    }

    @Test
    void and_what_each_report_does_stand_on_its_page() {
        StateTable.complete(
                State.class, STATES.values().stream().map(Payout::state).toList());
        StateTable.complete(Report.class, REPORTS.values());

        StateTable<Payout> table = new StateTable<>(STATES, PayoutStatesTest::name);
        REPORTS.forEach((name, report) -> table.row(name, List.of(report), Payout::apply));
        table.row("any, with another amount", of("31", "USD"), Payout::apply);
        table.row("any, in another currency", of("30", "EUR"), Payout::apply);
        table.row(
                "any, under another number of upstream's",
                REPORTS.values(),
                (payout, report) -> payout.numbered(new UpstreamTradeNo("UP-1"))
                        .apply(Optional.of(new UpstreamTradeNo("UP-2")), report));

        table.isShownOn("protocol/payout.md");
    }

    private static List<Report> of(String amount, String currency) {
        Statement other = new Statement(
                new Legs(Leg.of(Sum.of(Money.of(amount, currency))), Leg.UNSAID, Leg.UNSAID), Particulars.NONE);
        return List.of(
                new Processing(other, Optional.empty(), NOW),
                new Settled(other, NOW),
                new Declined(other, NOW, WHY),
                new Returned(other, Optional.empty(), NOW, Optional.empty()));
    }
}
