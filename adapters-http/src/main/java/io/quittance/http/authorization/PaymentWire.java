package io.quittance.http.authorization;

import io.quittance.application.authorization.RelayPayment;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.Payment.Mode;
import io.quittance.domain.authorization.Payment.Report;
import io.quittance.domain.authorization.Payment.Terms;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.money.Proceeds;
import io.quittance.domain.relay.RelayId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Oddities;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.UpstreamEnvelope;
import io.quittance.http.wire.WireTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a payment as PayerMax tells it: pages "authResultNotifyUrl" and "collectResultNotifyUrl". One shape for
 * both, as the guides send an authorization's result to either: C19.
 */
public final class PaymentWire {
    /** What the envelope of its notifications says. */
    public static final String NOTIFY_TYPE = "PAYMENT";

    private PaymentWire() {}

    private enum Status {
        SUCCESS,
        FAILED,
        /** Not paid in time. */
        CLOSED
    }

    /**
     * Takes in what either page has. Only {@code outTradeNo} and {@code status} must be there.
     *
     * @param raw the whole message as it came
     * @param keyId of the key that verified it
     * @param call the relayed request that it answers, where the address named one
     * @throws Refusal if it says nothing that we understand
     */
    public static RelayPayment.Told read(Json.Obj message, Bytes raw, String keyId, Optional<RelayId> call, Instant now)
            throws Refusal {
        Fields envelope = UpstreamEnvelope.notification(message, NOTIFY_TYPE);
        Oddities odd = new Oddities();
        Instant told = odd.side(() -> Lenient.time(envelope, "notifyTime")).orElse(now);
        Fields data = envelope.object("data");
        OutTradeNo order = new OutTradeNo(data.id("outTradeNo", OutTradeNo.MAX_CHARACTERS));
        Status status = status(data);
        Terms terms = terms(data, odd);
        Instant at = odd.side(() -> Lenient.time(data, "completeTime")).orElse(told);
        Failure why = Envelope.failure(envelope, odd);
        Bytes details = details((Json.Obj) message.fields().get("data"), status, terms, at);
        Report report = switch (status) {
            case SUCCESS -> new Report.Paid(terms, at, details);
            case FAILED -> new Report.Declined(terms, at, why, details);
            case CLOSED -> new Report.Shut(terms, at, why, details);
        };
        Message kept = new Message(raw, keyId, fingerprint(order, status, terms, why), odd.notes());
        return new RelayPayment.Told(order, report, kept, call);
    }

    /**
     * The same news for a merchant.
     *
     * @param app as whom the receiver is known to the sender
     * @param details {@code data} as {@link #read} has made it ready
     */
    public static Bytes write(AppId app, MerchantNo no, Instant at, Payment.State state, Bytes details) {
        Optional<Failure> failure = switch (state) {
            case Payment.State.Awaited _, Payment.State.Succeeded _ -> Optional.empty();
            case Payment.State.Failed failed -> Optional.of(failed.why());
            case Payment.State.Closed closed -> Optional.of(closed.why());
        };
        return Envelope.notification(app, no, at, NOTIFY_TYPE, failure, o -> o.raw("data", details.asUtf8()));
    }

    private static Status status(Fields data) throws Refusal {
        return switch (data.text("status").strip().toUpperCase(Locale.ROOT)) {
            case "SUCCESS" -> Status.SUCCESS;
            case "FAILED" -> Status.FAILED;
            case "CLOSED" -> Status.CLOSED;
            default -> throw data.refusal("status", "SUCCESS, FAILED or CLOSED");
        };
    }

    /** A mode that no page has holds nothing that we know of: it counts as unsaid. */
    private static Terms terms(Fields data, Oddities odd) throws Refusal {
        String told = odd.side(() -> Lenient.words(data, "captureMode")).orElse("");
        Mode mode = switch (told.strip().toUpperCase(Locale.ROOT)) {
            case "MANUAL" -> Mode.MANUAL;
            case "AUTOMATIC" -> Mode.AUTOMATIC;
            default -> Mode.UNSAID;
        };
        return new Terms(
                Lenient.amount(data, "totalAmount"),
                Lenient.currency(data, "currency"),
                mode,
                odd.side(() -> Lenient.number(data, "tradeToken", TradeToken.MAX_CHARACTERS))
                        .map(TradeToken::new),
                Proceeds.fee(odd.side(() -> fee(data))));
    }

    /** What PayerMax keeps, which only one of the pages has: {@code fees.merFee}. */
    private static Optional<Money> fee(Fields data) throws Refusal {
        Optional<Fields> fees = data.objectIfAny("fees");
        Optional<Fields> own = fees.isEmpty() ? Optional.empty() : fees.get().objectIfAny("merFee");
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> amount = Lenient.amount(own.get(), "amount");
        Optional<Currency> currency = Lenient.currency(own.get(), "currency");
        return amount.flatMap(told -> currency.map(of -> new Money(told, of)));
    }

    /** The facts without their times and without what explains them, so that news told twice is the same news. */
    private static Fingerprint fingerprint(OutTradeNo order, Status status, Terms terms, Failure why) {
        return Fingerprint.of(List.of(
                "payment notification",
                order.key(),
                status.name(),
                terms.amount().map(Lenient::plain).orElse(""),
                terms.currency().map(Currency::code).orElse(""),
                terms.mode().name(),
                terms.token().map(TradeToken::value).orElse(""),
                status == Status.SUCCESS ? "" : why.code()));
    }

    /**
     * {@code data} as it goes out: all that came, those fields strict that either page requires. {@code totalAmount} is
     * a number, as the page's own client throws on others: C20. {@code completeTime} is always there, in UTC: C24, B10.
     */
    private static Bytes details(Json.Obj data, Status status, Terms terms, Instant at) {
        Map<String, Json> fields = new LinkedHashMap<>(CardData.masked(data).fields());
        fields.put("status", new Json.Str(status.name()));
        fields.computeIfPresent(
                "tradeToken",
                (_, _) -> terms.token()
                        .<Json>map(token -> new Json.Str(token.value()))
                        .orElse(null));
        terms.amount().ifPresent(amount -> fields.put("totalAmount", new Json.Num(amount.toPlainString())));
        for (String name : List.of("captureMode", "authorizationType")) {
            fields.computeIfPresent(
                    name,
                    (_, value) -> value instanceof Json.Str(var text)
                            ? new Json.Str(text.strip().toUpperCase(Locale.ROOT))
                            : null);
        }
        fields.put("completeTime", new Json.Str(WireTime.millis(at)));
        return JsonWriter.object(new Json.Obj(fields));
    }
}
