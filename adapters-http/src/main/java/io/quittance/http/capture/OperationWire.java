package io.quittance.http.capture;

import io.quittance.application.capture.RequestOperation.Command;
import io.quittance.application.capture.SettleOperation.Told;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
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
import io.quittance.http.wire.Oddities;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.UpstreamEnvelope;
import io.quittance.http.wire.WireCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The shapes of PayerMax's pages "Capture", "Capture Notifications", "Cancel" and "cancelResultNotifyUrl", read and written.
 */
public final class OperationWire {
    private OperationWire() {}

    /** What a merchant asks of us, and we of upstream. */
    public static final class Request {
        private Request() {}

        /**
         * The fields of {@code data}.
         *
         * @param raw the whole message as it came, for the journal
         * @param keyId of the key that verified it
         */
        public static Command read(OperationPage page, Fields data, Bytes raw, String keyId) throws Refusal {
            return switch (page) {
                case CAPTURE -> collect(data, raw, keyId);
                case CANCEL -> release(data, raw, keyId);
            };
        }

        /** In the order of checks: all fields, then the currency, then the amount. */
        private static Command collect(Fields data, Bytes raw, String keyId) throws Refusal {
            RequestId request = request(data);
            OutTradeNo order = order(data);
            String currencyText = data.text("currency");
            String amountText = data.amount("amount");
            boolean last = data.flagIfAny("finalCapture").orElse(true);
            Currency currency = Currency.of(currencyText)
                    .orElseThrow(() ->
                            data.refusal(WireCode.CURRENCY_INVALID, "currency", "a currency code of ISO 4217, as USD"));
            Money amount = payable(data, amountText, currency);
            Fingerprint same = Fingerprint.of(List.of(
                    OperationPage.CAPTURE.api(),
                    request.value(),
                    order.key(),
                    Lenient.plain(amount.amount()),
                    currency.code(),
                    Boolean.toString(last)));
            List<String> odd = OperationPage.CAPTURE.fields().odd(data);
            return new Command.Collect(request, order, amount, last, new Message(raw, keyId, same, odd));
        }

        /** There is no amount: the whole authorization is given back. */
        private static Command release(Fields data, Bytes raw, String keyId) throws Refusal {
            RequestId request = request(data);
            OutTradeNo order = order(data);
            Fingerprint same = Fingerprint.of(List.of(OperationPage.CANCEL.api(), request.value(), order.key()));
            List<String> odd = OperationPage.CANCEL.fields().odd(data);
            return new Command.Release(request, order, new Message(raw, keyId, same, odd));
        }

        private static RequestId request(Fields data) throws Refusal {
            return new RequestId(data.id("requestId", RequestId.MAX_CHARACTERS));
        }

        private static OutTradeNo order(Fields data) throws Refusal {
            return new OutTradeNo(data.id("outTradeNo", OutTradeNo.MAX_CHARACTERS));
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
            if (Fields.mayBeCard(amount)) {
                throw data.refusal(WireCode.AMOUNT_INVALID, "amount", Fields.NO_CARD);
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
        public static void write(JsonWriter data, Operation operation) {
            data.text("requestId", operation.request().value())
                    .text("outTradeNo", operation.order().value());
            switch (operation) {
                case Capture capture -> {
                    data.text("currency", capture.amount().currency().code())
                            .number("amount", capture.amount().text());
                    if (!capture.last()) {
                        data.bool("finalCapture", false);
                    }
                }
                case Cancel _ -> {}
            }
        }
    }

    /**
     * What upstream answers us.
     *
     * @param code {@code APPLY_SUCCESS}, or why not
     * @param request the id that it answers, where it says so
     * @param report where the operation stands, if the answer has data that says so
     * @param odd which fields made no sense and decided nothing
     */
    public record Response(
            String code, String msg, Optional<RequestId> request, Optional<Report> report, List<String> odd) {
        public Response {
            odd = List.copyOf(odd);
        }

        /**
         * The code of an error counts even if its data makes no sense to us.
         *
         * @param now when an operation ended of which the answer says only that it ended
         */
        public static Response read(OperationPage page, Bytes body, Instant now) throws JsonFault, Refusal {
            UpstreamEnvelope answer = UpstreamEnvelope.read(body);
            Fields envelope = answer.fields();
            Response dataless =
                    new Response(answer.code(), answer.msg(), Optional.empty(), Optional.empty(), List.of());
            if (envelope.value("data").isEmpty()) {
                return dataless;
            }
            try {
                Oddities odd = new Oddities();
                OperationReading data = OperationReading.of(page, envelope.object("data"), odd);
                Report report = data.report(now, new Failure("", ""));
                return new Response(
                        answer.code(), answer.msg(), Optional.of(data.request()), Optional.of(report), odd.notes());
            } catch (Refusal unreadable) {
                if (answer.accepts()) {
                    throw unreadable;
                }
                return dataless;
            }
        }

        /** What we answer a merchant whose request was taken. */
        static Bytes accepted(Operation operation) {
            return Envelope.accepted(data -> OperationFacts.write(data, operation));
        }

        /** What we answer when the id was used for other content: where that other operation stands. */
        static Bytes repeated(Operation earlier) {
            Refusal why = Refusal.of(
                    WireCode.ORDER_REPEAT,
                    "data.requestId",
                    earlier.request().value(),
                    "the content that it was first used with");
            return Envelope.refused(
                    WireCode.ORDER_REPEAT, why.getMessage(), data -> OperationFacts.write(data, earlier));
        }
    }

    /** How a result is told: upstream to us, and we to a merchant. */
    public static final class Notification {
        private Notification() {}

        /**
         * Takes in all versions of the pages, whatever one of them calls optional.
         *
         * @param raw the whole message as it came
         * @param keyId of the key that verified it
         * @throws Refusal if it says nothing that we understand
         */
        public static Told read(OperationPage page, Json.Obj message, Bytes raw, String keyId, Instant now)
                throws Refusal {
            Fields envelope = UpstreamEnvelope.notification(message, page.notifyType());
            Oddities odd = new Oddities();
            Instant told = odd.side(() -> Lenient.time(envelope, "notifyTime")).orElse(now);
            OperationReading data = OperationReading.of(page, envelope.object("data"), odd);
            Report report = data.report(told, Envelope.failure(envelope, odd));
            Message kept = new Message(raw, keyId, data.fingerprint(page, report), odd.notes());
            return new Told(page.sort(), data.request(), report, data.last(), data.createdAt(), kept);
        }

        /**
         * Says everything that any version of the pages requires, the times of the envelope as its text says: C9, B2, C15, C16.
         *
         * @param app as whom the receiver is known to the sender
         * @param operation under the number that the sender gave it
         */
        public static Bytes write(AppId app, MerchantNo no, Instant at, Operation operation) {
            return Envelope.notification(
                    app,
                    no,
                    at,
                    OperationPage.of(operation).notifyType(),
                    OperationFacts.failed(operation).map(Operation.State.Failed::why),
                    o -> o.object("data", data -> OperationFacts.write(data, operation)));
        }
    }
}
