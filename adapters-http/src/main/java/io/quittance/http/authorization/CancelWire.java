package io.quittance.http.authorization;

import io.quittance.application.authorization.RequestCancel;
import io.quittance.application.authorization.SettleCancel;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.UpstreamCancelNo;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantNo;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The shapes of PayerMax's pages "Cancel" and "Cancel Notifications", read and written. */
public final class CancelWire {
    /** The name of the call, behind {@code /aggregate-pay/api/gateway/}. */
    public static final String API = "cancel";

    /** What the envelope of its notifications says. */
    public static final String NOTIFY_TYPE = "CANCEL";

    private CancelWire() {}

    /** What a merchant asks of us, and we of upstream. */
    public static final class Request {
        private Request() {}

        /**
         * The fields of {@code data}. There is no amount: the whole authorization is given back.
         *
         * @param raw the whole message as it came, for the journal
         * @param keyId of the key that verified it
         */
        public static RequestCancel.Command read(Fields data, Bytes raw, String keyId) throws Refusal {
            var request = new RequestId(data.id("requestId", RequestId.MAX_CHARACTERS));
            var order = new OutTradeNo(data.id("outTradeNo", OutTradeNo.MAX_CHARACTERS));
            Fingerprint same = Fingerprint.of(List.of(API, request.value(), order.value()));
            return new RequestCancel.Command(request, order, new Message(raw, keyId, same));
        }

        /** The same request's {@code data}, to upstream. */
        public static void write(JsonWriter data, Cancel cancel) {
            data.text("requestId", cancel.request().value())
                    .text("outTradeNo", cancel.order().value());
        }
    }

    /**
     * What upstream answers us.
     *
     * @param code {@code APPLY_SUCCESS}, or why not
     * @param request the id that it answers, where it says so
     * @param number upstream's number of the cancel
     * @param report where the cancel stands, if the answer has data that says so
     */
    public record Response(
            String code,
            String msg,
            Optional<RequestId> request,
            Optional<UpstreamCancelNo> number,
            Optional<Cancel.Report> report) {

        /**
         * The code of an error counts even if its data makes no sense to us.
         *
         * @param now when a cancel ended of which the answer says only that it ended
         */
        public static Response read(Bytes body, Instant now) throws JsonFault, Refusal {
            UpstreamEnvelope answer = UpstreamEnvelope.read(body);
            Fields envelope = answer.fields();
            if (envelope.value("data").isEmpty()) {
                return new Response(answer.code(), answer.msg(), Optional.empty(), Optional.empty(), Optional.empty());
            }
            try {
                CancelReading data = CancelReading.of(envelope.object("data"));
                Cancel.Report report = data.report(now, new Failure("", ""));
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
        public static Bytes accepted(CancelFacts facts) {
            return Envelope.accepted(facts::write);
        }

        /** What we answer when the id was used for other content: where that other cancel stands. */
        public static Bytes repeated(CancelFacts earlier) {
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
         * Takes in all that the page has, whatever is left out.
         *
         * @param raw the whole message as it came
         * @param keyId of the key that verified it
         * @throws Refusal if it says nothing that we understand
         */
        public static SettleCancel.Told read(Json.Obj message, Bytes raw, String keyId, Instant now) throws Refusal {
            Fields envelope = UpstreamEnvelope.notification(message, NOTIFY_TYPE);
            Instant told = Lenient.time(envelope, "notifyTime").orElse(now);
            CancelReading data = CancelReading.of(envelope.object("data"));
            Cancel.Report report = data.report(told, Envelope.failure(envelope));
            Message kept = new Message(raw, keyId, data.fingerprint("cancel notification", report));
            return new SettleCancel.Told(data.request(), data.number(), report, data.createdAt(), kept);
        }

        /**
         * Says everything that the page requires: C15, C16.
         *
         * @param app as whom the receiver is known to the sender
         */
        public static Bytes write(AppId app, MerchantNo no, Instant at, CancelFacts facts) {
            return Envelope.notification(
                    app,
                    no,
                    at,
                    NOTIFY_TYPE,
                    facts.failed().map(Cancel.State.Failed::why),
                    o -> o.object("data", facts::write));
        }
    }
}
