package io.quittance.application.payout;

import static io.quittance.application.store.Given.NOON;
import static io.quittance.application.store.Given.unique;

import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Contact;
import io.quittance.domain.payout.Conversion;
import io.quittance.domain.payout.Instruction;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Legs;
import io.quittance.domain.payout.Method;
import io.quittance.domain.payout.Name;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payee;
import io.quittance.domain.payout.Payer;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.Sum;
import io.quittance.domain.payout.UpstreamTradeNo;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** New payouts for a test. */
public final class GivenPayouts {
    public static final Money TRADE = Money.of("30.50", "PHP");
    public static final Failure WHY = new Failure("INVALID_ACCOUNT", "no such account");

    /** Everything that can be told, none of it round. */
    public static final Legs LEGS = new Legs(
            Leg.of(Sum.of(TRADE)),
            leg("31.12345678", "USD", "0.016393442622950819"),
            leg("29.99", "PHP", "1.0000000000"));

    public static final Particulars PARTICULARS = new Particulars(
            Optional.of("my reference"),
            Optional.of("payee@example.com"),
            Optional.of("08123456789"),
            Optional.of("REDEEM-4711"),
            Optional.of("BANK-REF-1"),
            Optional.of(NOON.plusSeconds(1)),
            Optional.of(NOON.plusSeconds(2)),
            Optional.of(NOON.plusSeconds(3)),
            Map.of("source.fee", "-1.00", "source.feeCurrency", "CNH", "destination.amount", ""));

    private GivenPayouts() {}

    private static Leg leg(String amount, String currency, String rate) {
        return new Leg(
                Optional.of(Sum.of(Money.of(amount, currency))),
                Optional.of(new BigDecimal(rate)),
                Optional.of(new Sum(new BigDecimal("0.01"), Optional.of(new Currency("EUR")))),
                Optional.of(new Sum(BigDecimal.ZERO, Optional.empty())));
    }

    /** A pending payout that nobody has kept yet. */
    public static Payout payout(MerchantId merchant) {
        return payout(merchant, unique("T"), unique("O"));
    }

    public static Payout payout(MerchantId merchant, String id, String order) {
        return Payout.requested(
                new PayoutId(id),
                merchant,
                Given.account(merchant),
                new OutTradeNo(order),
                TRADE,
                Particulars.asked(Optional.of("my reference"), Optional.empty(), Optional.empty()),
                Optional.of(URI.create("https://merchant.example/payouts?to=me")),
                NOON);
    }

    /** What is to be done for a payout in the currency of its trade, and nothing more said than has to be. */
    public static Instruction instruction(Payout payout, String remark) {
        Name unnamed = new Name(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        Contact nowhere = new Contact(Optional.empty(), Optional.empty());
        return new Instruction(
                payout.order(),
                new Conversion(payout.trade(), Optional.empty(), Optional.empty()),
                new Country("PH"),
                new Method(
                        new Method.Way.Wallet(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Payee(
                        Payee.Kind.PERSON,
                        new Payee.Account("08123456789", Optional.empty(), Optional.empty()),
                        new Payee.Bank(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        unnamed,
                        nowhere,
                        new Payee.Document(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                        new Payee.Address(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                        new Payee.Origin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
                new Payer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), unnamed),
                Optional.empty(),
                Optional.empty(),
                Optional.of(remark),
                payout.particulars().reference(),
                nowhere,
                payout.notifyUrl(),
                List.of());
    }

    /** The same payout, asked for at another time. */
    public static Payout at(Payout payout, Instant time) {
        return Payout.requested(
                payout.id(),
                payout.merchant(),
                payout.account(),
                payout.order(),
                payout.trade(),
                payout.particulars(),
                payout.notifyUrl(),
                time);
    }

    /** The same payout, everything told. */
    public static Payout told(Payout payout, State state) {
        return new Payout(
                payout.id(),
                payout.merchant(),
                payout.account(),
                payout.order(),
                payout.attempt(),
                payout.trade(),
                LEGS,
                PARTICULARS,
                payout.notifyUrl(),
                payout.createdAt(),
                Optional.of(new UpstreamTradeNo("UP-" + payout.id())),
                state);
    }

    public static Payout turnedAway(Payout payout) {
        return new Payout(
                payout.id(),
                payout.merchant(),
                payout.account(),
                payout.order(),
                payout.attempt(),
                payout.trade(),
                payout.legs(),
                payout.particulars(),
                payout.notifyUrl(),
                payout.createdAt(),
                Optional.empty(),
                new State.Failed(NOON.plusSeconds(5), WHY, true));
    }

    public static Payout kept(Store store, Payout payout) {
        store.perform(() -> store.payouts().add(payout));
        return payout;
    }
}
