package io.quittance.application.authorization;

import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.CancelId;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.util.Optional;

/** Cancels, payments and authorizations for a test; ids never repeat. */
public final class Authorized {
    private Authorized() {}

    /** A pending cancel that nobody has kept yet. */
    public static Cancel cancel(MerchantId merchant) {
        return cancel(merchant, Given.unique("N"), Given.unique("R"));
    }

    public static Cancel cancel(MerchantId merchant, String id, String request) {
        return Cancel.requested(
                new CancelId(id), merchant, new RequestId(request), new OutTradeNo("ORDER-1"), Given.NOON);
    }

    public static Cancel kept(Store store, Cancel cancel) {
        store.perform(() -> store.cancels().add(cancel));
        return cancel;
    }

    /** A kept cancel of a new merchant. */
    public static Cancel kept(Store store) {
        return kept(store, cancel(Given.merchant(store).id()));
    }

    public static Cancel succeeded(Cancel cancel) {
        return with(cancel, new Cancel.State.Succeeded(Given.NOON.plusSeconds(5)));
    }

    public static Cancel failed(Cancel cancel, Failure why) {
        return with(cancel, new Cancel.State.Failed(Given.NOON.plusSeconds(5), why));
    }

    private static Cancel with(Cancel cancel, Cancel.State state) {
        return new Cancel(
                cancel.id(),
                cancel.merchant(),
                cancel.request(),
                cancel.order(),
                cancel.createdAt(),
                cancel.upstreamNo(),
                state);
    }

    /** An open authorization of 100.50 USD that nobody has kept yet. */
    public static Authorization authorization(MerchantId merchant, OutTradeNo order) {
        return new Authorization(
                merchant, order, Optional.of(new TradeToken("T-1")), Money.of("100.50", "USD"), Given.NOON, Hold.OPEN);
    }

    /** A payment whose result nobody has told yet. */
    public static Payment payment(MerchantId merchant, OutTradeNo order) {
        return Payment.awaited(
                new PaymentId(Given.unique("P")),
                merchant,
                order,
                Money.of("100.50", "USD"),
                Payment.Mode.MANUAL,
                Given.NOON);
    }
}
