package io.quittance.application.authorization;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.store.Given;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.util.Optional;

/** Payments and authorizations for a test; ids never repeat. */
public final class Authorized {
    private Authorized() {}

    /** An open authorization of 100.50 USD that nobody has kept yet. */
    public static Authorization authorization(MerchantId merchant, OutTradeNo order) {
        return new Authorization(
                merchant,
                Given.account(merchant),
                order,
                Optional.of(new TradeToken("T-1")),
                Money.of("100.50", "USD"),
                Given.NOON,
                Hold.OPEN);
    }

    /** A pending capture of {@code ORDER-1} that nobody has kept yet. */
    public static Capture capture(MerchantId merchant, Money amount, boolean last) {
        Capture some = GivenOperations.capture(merchant);
        return new Capture(some.id(), some.asked(), amount, last, some.upstreamNo(), some.state());
    }

    /** A payment whose result nobody has told yet. */
    public static Payment payment(MerchantId merchant, OutTradeNo order) {
        return Payment.awaited(
                new PaymentId(Given.unique("P")),
                merchant,
                Given.account(merchant),
                order,
                Money.of("100.50", "USD"),
                Payment.Mode.MANUAL,
                Given.NOON);
    }
}
