package io.quittance.http.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.payout.SettlePayout;
import io.quittance.application.store.Given;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.wire.Refusal;
import java.util.Map;
import java.util.Optional;

/** What upstream tells of a payout, told on in both dialects; another gateway behind ours must understand the same. */
final class PayoutNews {
    private static final AppId APP = new AppId("A1");
    private static final MerchantNo NO = new MerchantNo("M1");

    private PayoutNews() {}

    /** An object without fields if it is none: that much a callback has looked at already. */
    static Json.Obj message(byte[] input) throws JsonFault {
        return JsonReader.read(input) instanceof Json.Obj object ? object : new Json.Obj(Map.of());
    }

    /** Tells it on, has that read and told on once more: by then nothing changes, but for amounts that nobody can make out. */
    static void check(SettlePayout.Told told) {
        Payout payout = after(told);
        Bytes enveloped = enveloped(payout);
        Bytes flat = flat(payout);
        try {
            Payout far =
                    after(PayoutWire.Notification.read(message(enveloped.toArray()), enveloped, "key", Given.NOON));
            Payout farther = after(LegacyPayoutWire.read(message(flat.toArray()), flat, "key", Given.NOON));
            assertEquals(PayoutFacts.of(payout).status(), PayoutFacts.of(far).status());
            assertEquals(
                    PayoutFacts.of(payout).status(), PayoutFacts.of(farther).status());
            if (payout.particulars().asTold().isEmpty()) {
                assertEquals(enveloped.asUtf8(), enveloped(far).asUtf8());
                assertEquals(flat.asUtf8(), flat(farther).asUtf8());
            }
        } catch (JsonFault | Refusal e) {
            throw new AssertionError("what we tell is not understood: " + enveloped.asUtf8() + " " + flat.asUtf8(), e);
        }
    }

    private static Bytes enveloped(Payout payout) {
        return PayoutWire.Notification.write(APP, NO, Given.NOON, PayoutFacts.of(payout));
    }

    private static Bytes flat(Payout payout) {
        return LegacyPayoutWire.write(PayoutFacts.of(payout));
    }

    /** A payout of that trade, or of any where it says none, once it has heard that. */
    private static Payout after(SettlePayout.Told told) {
        Money trade = money(told.report().said().legs().trade()).orElse(Money.of("30", "USD"));
        return Payout.requested(
                        new PayoutId("T1"),
                        new MerchantId(1),
                        new AccountId(1),
                        told.order(),
                        trade,
                        Particulars.NONE,
                        Optional.empty(),
                        Given.NOON)
                .apply(told.number(), told.report())
                .after();
    }

    private static Optional<Money> money(Leg leg) {
        return leg.amount().flatMap(sum -> sum.currency().map(currency -> new Money(sum.amount(), currency)));
    }
}
