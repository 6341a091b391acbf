package io.quittance.http.payout;

import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.application.payout.RequestPayout;
import io.quittance.application.payout.SettlePayout;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.money.AmountText;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Legs;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Statement;
import io.quittance.domain.payout.Sum;
import io.quittance.domain.text.Bytes;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.payout.PayoutReading.Status;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.KnownFields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Oddities;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.UpstreamEnvelope;
import io.quittance.http.wire.WireCode;
import io.quittance.http.wire.WireTime;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The enveloped shapes of payouts, read and written: PayerMax "paymentOrderPay", "paymentOrderQry" and its notification. */
public final class PayoutWire {
    /** The names of the calls, behind {@code /aggregate-pay/api/gateway/}. */
    public static final String PAY = "paymentOrderPay";

    public static final String QUERY = "paymentOrderQry";
    public static final String BATCH_QUERY = "paymentOrderBatchQry";
    public static final String VALIDATION = "paymentFieldValidation";

    /** What the envelope of its notifications says. */
    public static final String NOTIFY_TYPE = "PAYOUT";

    /** The longest amount, of a request and of a notification: D10. */
    static final int MAX_AMOUNT = 12;

    private PayoutWire() {}

    /** What a merchant asks of us. */
    public static final class Request {
        static final KnownFields FIELDS =
                PayoutRules.PAY.knownFields("trade.amount", "trade.currency", "notifyUrl", "notifyPhone\t");

        private Request() {}

        /**
         * The fields of {@code data}, in the order of checks: all fields, then the currency, then the amount.
         *
         * @param raw the whole message as it came, for the journal and for upstream
         * @param keyId of the key that verified it
         */
        public static RequestPayout.Command read(Fields data, Bytes raw, String keyId, NotifyUrls places)
                throws Refusal {
            PayoutRules.PAY.check(data);
            Optional<URI> notifyUrl = places.ifAny(data, "notifyUrl", MAX_URL);
            Fields trade = data.object("trade");
            String currencyText = trade.text("currency");
            String amountText = trade.amount("amount");
            Currency currency = Currency.of(currencyText)
                    .orElseThrow(() -> trade.refusal(
                            WireCode.CURRENCY_INVALID, "currency", "a currency code of ISO 4217, as USD"));
            Fingerprint same = Fingerprint.of(List.of(PAY, data.json().toString()));
            return new RequestPayout.Command(
                    new OutTradeNo(data.text("outTradeNo")),
                    amount(trade, amountText, currency),
                    new Country(data.text("country")),
                    particulars(data),
                    notifyUrl,
                    new Message(raw, keyId, same, FIELDS.odd(data)));
        }

        private static final int MAX_URL = 255;

        /** What is returned to the merchant as it came. */
        public static Particulars particulars(Fields data) throws Refusal {
            return Particulars.asked(
                    PayoutReading.text(data, "reference", Notification.MAX_REFERENCE),
                    PayoutReading.text(data, "notifyEmail", Notification.MAX_CONTACT),
                    PayoutReading.text(data, "notifyPhone", Notification.MAX_CONTACT));
        }

        private static Money amount(Fields trade, String text, Currency currency) throws Refusal {
            if (text.length() > MAX_AMOUNT) {
                throw trade.refusal(WireCode.AMOUNT_INVALID, "amount", "at most " + MAX_AMOUNT + " characters");
            }
            BigDecimal amount = AmountText.of(text)
                    .map(AmountText::value)
                    .orElseThrow(() -> trade.refusal(WireCode.AMOUNT_INVALID, "amount", AmountText.EXPECTED));
            if (amount.signum() == 0) {
                throw trade.refusal(WireCode.AMOUNT_INVALID, "amount", "more than zero");
            }
            if (!Money.fits(amount) || !new Money(amount, currency).payable()) {
                throw trade.refusal(
                        WireCode.AMOUNT_INVALID,
                        "amount",
                        "at most " + currency.decimals() + " decimals for " + currency);
            }
            if (LegText.text(amount).length() > MAX_AMOUNT) {
                throw trade.refusal(
                        WireCode.AMOUNT_INVALID,
                        "amount",
                        "at most " + MAX_AMOUNT + " characters where its result is told");
            }
            return new Money(amount, currency);
        }
    }

    /** What we answer. */
    public static final class Response {
        private Response() {}

        public static Bytes accepted(PayoutFacts facts) {
            return Envelope.accepted(data -> receipt(data, facts));
        }

        /** The number is in use: where that payout stands now, whatever the content of the request was: D16. */
        public static Bytes repeated(PayoutFacts current) {
            Refusal why = Refusal.of(
                    WireCode.ORDER_REPEAT,
                    "data.outTradeNo",
                    current.order().value(),
                    "a number that was not used before");
            return Envelope.refused(WireCode.ORDER_REPEAT, why.getMessage(), data -> receipt(data, current));
        }

        private static void receipt(JsonWriter data, PayoutFacts facts) {
            data.text("outTradeNo", facts.order().value())
                    .text("tradeNo", facts.number())
                    .text("status", facts.status());
        }

        /** How a payout stands, to a merchant that asks. */
        public static Bytes found(PayoutFacts facts) {
            return Envelope.accepted(data -> write(data, facts));
        }

        public static Bytes unknown(OutTradeNo order) {
            Refusal why = Refusal.of(
                    WireCode.ORDER_NOT_EXIST, "data.outTradeNo", order.value(), "the number of a payout of yours");
            return Envelope.refused(WireCode.ORDER_NOT_EXIST, why.getMessage());
        }
    }

    /** How a result is told: upstream to us, and we to a merchant. */
    public static final class Notification {
        static final int MAX_REFERENCE = 512;
        static final int MAX_CONTACT = 64;
        static final int MAX_REDEEM_CODE = 32;
        static final int MAX_RECEIPT = 256;

        private Notification() {}

        /**
         * Takes in what upstream says.
         *
         * @param raw the whole message as it came
         * @param keyId of the key that verified it
         * @throws Refusal if it says nothing that we understand
         */
        public static SettlePayout.Told read(Json.Obj message, Bytes raw, String keyId, Instant now) throws Refusal {
            Fields envelope = UpstreamEnvelope.notification(message, NOTIFY_TYPE);
            Oddities odd = new Oddities();
            Instant told = odd.side(() -> Lenient.time(envelope, "notifyTime")).orElse(now);
            return told(data(envelope.object("data"), odd), told, raw, keyId);
        }

        static SettlePayout.Told told(PayoutReading reading, Instant at, Bytes raw, String keyId) {
            return new SettlePayout.Told(
                    reading.order(),
                    reading.number(),
                    reading.report(at, new Failure("", "")),
                    reading.createdAt(),
                    new Message(raw, keyId, reading.fingerprint(), reading.odd()));
        }

        /**
         * The fields of {@code data}, in a notification and in the answer to a query: number, status and the trade decide.
         */
        static PayoutReading data(Fields data, Oddities odd) throws Refusal {
            OutTradeNo order = new OutTradeNo(data.id("outTradeNo", OutTradeNo.MAX_CHARACTERS));
            Status status = status(data);
            Sides sides = new Sides(odd);
            Legs legs = new Legs(
                    sides.trade(data.objectIfAny("trade")),
                    sides.side("source", () -> data.objectIfAny("source")),
                    sides.side("destination", () -> data.objectIfAny("destination")));
            Optional<Fields> identifier = odd.side(() -> data.objectIfAny("additionalIdentifier"));
            Optional<String> phone = odd.side(() -> PayoutReading.text(data, "notifyPhone", MAX_CONTACT));
            Particulars particulars = new Particulars(
                    odd.side(() -> PayoutReading.text(data, "reference", MAX_REFERENCE)),
                    odd.side(() -> PayoutReading.text(data, "notifyEmail", MAX_CONTACT)),
                    phone.isPresent() ? phone : odd.side(() -> PayoutReading.text(data, "notifyPhone\t", MAX_CONTACT)),
                    odd.side(() -> PayoutReading.text(data, "redeemCode", MAX_REDEEM_CODE)),
                    identifier.flatMap(given -> odd.side(() -> PayoutReading.text(given, "referenceId", MAX_RECEIPT))),
                    odd.side(() -> Lenient.time(data, "fundsFreezeTime")),
                    odd.side(() -> Lenient.time(data, "fundsReturnTime")),
                    odd.side(() -> Lenient.time(data, "expiryTime")),
                    sides.asTold());
            return PayoutReading.of(order, status, data, new Statement(legs, particulars), odd);
        }

        private static Status status(Fields data) throws Refusal {
            return switch (data.text("status").strip().toUpperCase(Locale.ROOT)) {
                case "PENDING" -> Status.PENDING;
                case "SUCCESS" -> Status.SUCCESS;
                case "FAILED" -> Status.FAILED;
                case "BOUNCEBACK" -> Status.BOUNCEBACK;
                default -> throw data.refusal("status", "SUCCESS, FAILED, PENDING or BOUNCEBACK");
            };
        }

        /**
         * A valid message has the code of success, also about a payout that failed.
         *
         * @param app as whom the receiver is known to the sender
         */
        public static Bytes write(AppId app, MerchantNo no, Instant at, PayoutFacts facts) {
            return JsonWriter.object(o -> o.text("code", WireCode.APPLY_SUCCESS.name())
                    .text("msg", "Success.")
                    .text("keyVersion", "1")
                    .text("appId", app.value())
                    .text("merchantNo", no.value())
                    .text("notifyTime", WireTime.millis(at))
                    .text("notifyType", NOTIFY_TYPE)
                    .object("data", data -> PayoutWire.write(data, facts)));
        }
    }

    /** What is not there is an empty text, as in the samples: B9. */
    public static void write(JsonWriter data, PayoutFacts facts) {
        Particulars told = facts.particulars();
        data.text("outTradeNo", facts.order().value())
                .text("tradeNo", facts.number())
                .text("transactionUtcTime", WireTime.seconds(facts.createdAt()))
                .text("fundsFreezeTime", time(told.fundsFrozenAt()))
                .text("fundsReturnTime", time(facts.fundsReturnedAt()))
                .text("payFinishTime", time(facts.finishedAt()))
                .text("bounceBackTime", time(facts.bouncedAt()))
                .text("redeemCode", told.redeemCode().orElse(""))
                .text("expiryTime", time(told.expiresAt()))
                .text("status", facts.status());
        facts.subStatus().ifPresent(sub -> data.text("subStatus", sub));
        Currency currency = facts.trade().currency();
        data.object("trade", leg -> LegText.write(leg, trade(facts), Map.of(), currency))
                .object("source", leg -> LegText.write(leg, facts.source(), facts.said("source"), currency))
                .object(
                        "destination",
                        leg -> LegText.write(leg, facts.destination(), facts.said("destination"), currency))
                .text("reference", told.reference().orElse(""))
                .text("notifyPhone", told.notifyPhone().orElse(""))
                .text("notifyEmail", told.notifyEmail().orElse(""))
                .text("responseCode", facts.responseCode())
                .text("responseMsg", facts.responseMsg());
        told.receipt().ifPresent(receipt -> data.object("additionalIdentifier", o -> o.text("referenceId", receipt)));
    }

    /** Of the trade both dialects tell amount and currency alone. */
    static Leg trade(PayoutFacts facts) {
        return Leg.of(Sum.of(facts.trade()));
    }

    private static String time(Optional<Instant> time) {
        return time.map(WireTime::seconds).orElse("");
    }
}
