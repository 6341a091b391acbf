package io.quittance.http.capture;

import io.quittance.application.capture.RequestCapture;
import io.quittance.application.capture.SettleCapture;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamCaptureNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.money.AmountText;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.UpstreamEnvelope;
import io.quittance.http.wire.WireCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The shapes of PayerMax's pages "Capture" and "Capture Notifications", read and written. */
public final class CaptureWire {
    /** The name of the call, behind {@code /aggregate-pay/api/gateway/}. */
    public static final String API = "capture";

    /** What the envelope of its notifications says. */
    public static final String NOTIFY_TYPE = "CAPTURE";

    private CaptureWire() {}

    /** What a merchant asks of us, and we of upstream. */
    public static final class Request {
        private Request() {}

        /**
         * The fields of {@code data}, in the order of checks: all fields, then the currency, then the amount.
         *
         * @param raw the whole message as it came, for the journal
         * @param keyId of the key that verified it
         */
        public static RequestCapture.Command read(Fields data, Bytes raw, String keyId) throws Refusal {
            var request = new RequestId(data.id("requestId", RequestId.MAX_CHARACTERS));
            var order = new OutTradeNo(data.id("outTradeNo", OutTradeNo.MAX_CHARACTERS));
            String currencyText = data.text("currency");
            String amountText = data.amount("amount");
            boolean last = data.flagIfAny("finalCapture").orElse(true);
            Currency currency = Currency.of(currencyText)
                    .orElseThrow(() ->
                            data.refusal(WireCode.CURRENCY_INVALID, "currency", "a currency code of ISO 4217, as USD"));
            Money amount = payable(data, amountText, currency);
            Fingerprint same = Fingerprint.of(List.of(
                    API,
                    request.value(),
                    order.value(),
                    Lenient.plain(amount.amount()),
                    currency.code(),
                    Boolean.toString(last)));
            return new RequestCapture.Command(request, order, amount, last, new Message(raw, keyId, same));
        }

        private static Money payable(Fields data, String text, Currency currency) throws Refusal {
            BigDecimal amount = AmountText.of(text)
                    .map(AmountText::value)
                    .orElseThrow(() -> data.refusal(WireCode.AMOUNT_INVALID, "amount", AmountText.EXPECTED));
            if (amount.signum() == 0) {
                throw data.refusal(WireCode.AMOUNT_INVALID, "amount", "more than zero");
            }
            if (amount.precision() - amount.scale() > Money.MAX_INTEGER_DIGITS) {
                throw data.refusal(
                        WireCode.AMOUNT_INVALID,
                        "amount",
                        "at most " + Money.MAX_INTEGER_DIGITS + " digits before the dot");
            }
            if (!Money.fits(amount) || !new Money(amount, currency).payable()) {
                throw data.refusal(
                        WireCode.AMOUNT_INVALID,
                        "amount",
                        "at most " + currency.decimals() + " decimals for " + currency);
            }
            return new Money(amount, currency);
        }

        /** The same request's {@code data}, to upstream. {@code finalCapture} is in no schema, so only what differs is said: C6. */
        public static void write(JsonWriter data, Capture capture) {
            data.text("requestId", capture.request().value())
                    .text("outTradeNo", capture.order().value())
                    .text("currency", capture.amount().currency().code())
                    .number("amount", capture.amount().text());
            if (!capture.last()) {
                data.bool("finalCapture", false);
            }
        }
    }

    /**
     * What upstream answers us.
     *
     * @param code {@code APPLY_SUCCESS}, or why not
     * @param request the id that it answers, where it says so
     * @param number upstream's number of the capture
     * @param report where the capture stands, if the answer has data that says so
     */
    public record Response(
            String code,
            String msg,
            Optional<RequestId> request,
            Optional<UpstreamCaptureNo> number,
            Optional<Capture.Report> report) {

        /**
         * The code of an error counts even if its data makes no sense to us.
         *
         * @param now when a capture ended of which the answer says only that it ended
         */
        public static Response read(Bytes body, Instant now) throws JsonFault, Refusal {
            UpstreamEnvelope answer = UpstreamEnvelope.read(body);
            Fields envelope = answer.fields();
            if (envelope.value("data").isEmpty()) {
                return new Response(answer.code(), answer.msg(), Optional.empty(), Optional.empty(), Optional.empty());
            }
            try {
                CaptureReading data = CaptureReading.of(envelope.object("data"));
                Capture.Report report = data.report(now, new Failure("", ""));
                return new Response(
                        answer.code(), answer.msg(), Optional.of(data.request()), data.number(), Optional.of(report));
            } catch (Refusal unreadable) {
                if (answer.accepts()) {
                    throw unreadable;
                }
                return new Response(answer.code(), answer.msg(), Optional.empty(), Optional.empty(), Optional.empty());
            }
        }

        /** What we answer a merchant whose request was taken. */
        public static Bytes accepted(CaptureFacts facts) {
            return Envelope.accepted(facts::write);
        }

        /** What we answer when the id was used for other content: where that other capture stands. */
        public static Bytes repeated(CaptureFacts earlier) {
            Refusal why = Refusal.of(
                    WireCode.ORDER_REPEAT,
                    "data.requestId",
                    earlier.request().value(),
                    "the content that it was first used with");
            return Envelope.refused(WireCode.ORDER_REPEAT, why.getMessage(), earlier::write);
        }
    }

    /** How a result is told: upstream to us, and we to a merchant. */
    public static final class Notification {
        private Notification() {}

        /**
         * Takes in both versions of the page, whatever one of them calls optional.
         *
         * @param raw the whole message as it came
         * @param keyId of the key that verified it
         * @throws Refusal if it says nothing that we understand
         */
        public static SettleCapture.Told read(Json.Obj message, Bytes raw, String keyId, Instant now) throws Refusal {
            Fields envelope = UpstreamEnvelope.notification(message, NOTIFY_TYPE);
            Instant told = Lenient.time(envelope, "notifyTime").orElse(now);
            CaptureReading data = CaptureReading.of(envelope.object("data"));
            Capture.Report report = data.report(told, Envelope.failure(envelope));
            Message kept = new Message(raw, keyId, data.fingerprint("capture notification", report));
            return new SettleCapture.Told(data.request(), data.number(), report, data.last(), data.createdAt(), kept);
        }

        /**
         * Says everything that either version of the page requires, the times of the envelope as its text says: C9, B2.
         *
         * @param app as whom the receiver is known to the sender
         */
        public static Bytes write(AppId app, MerchantNo no, Instant at, CaptureFacts facts) {
            return Envelope.notification(
                    app,
                    no,
                    at,
                    NOTIFY_TYPE,
                    facts.failed().map(Capture.State.Failed::why),
                    o -> o.object("data", facts::write));
        }
    }
}
