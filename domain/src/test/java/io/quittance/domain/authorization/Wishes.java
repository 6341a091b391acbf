package io.quittance.domain.authorization;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** An authorization of 100.50 USD, and what may be asked of it. */
final class Wishes {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    static final Currency USD = new Currency("USD");
    static final Authorization AUTHORIZED = authorized(Money.of("100.50", "USD"));

    private Wishes() {}

    static Authorization authorized(Money amount) {
        return new Authorization(
                new MerchantId(1),
                new AccountId(1),
                new OutTradeNo("O1"),
                Optional.of(new TradeToken("T1")),
                amount,
                NOON,
                Authorization.Hold.OPEN);
    }

    private static Asked asked() {
        return new Asked(new MerchantId(1), new AccountId(1), new RequestId("R1"), new OutTradeNo("O1"), NOON);
    }

    /** A capture that leaves the rest to others. */
    static Capture part(String amount) {
        return collect(Money.of(amount, "USD"), false);
    }

    static Capture last(String amount) {
        return collect(Money.of(amount, "USD"), true);
    }

    static Capture collect(Money amount, boolean last) {
        return Capture.requested(new CaptureId("C1"), asked(), amount, last);
    }

    static Cancel release() {
        return Cancel.requested(new CancelId("N1"), asked());
    }

    static Operation succeeded(Operation pending) {
        return pending.apply(new Report.Settled(Terms.UNSAID, NOON)).after();
    }

    static Operation failed(Operation pending) {
        return pending.apply(new Report.Declined(Terms.UNSAID, NOON, new Failure("X", "y")))
                .after();
    }

    static Operations all(Collection<? extends Operation> asked) {
        Operations all = Operations.none(USD);
        for (Operation one : asked) {
            all = all.plus(one);
        }
        return all;
    }

    static Standing standing(int allowed, Collection<? extends Operation> asked) {
        return new Standing(AUTHORIZED, all(asked), new CaptureAllowance(allowed));
    }
}
