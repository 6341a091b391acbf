package io.quittance.http.relay;

import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.application.relay.PassNewsOn;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.relay.NewsTopic;
import io.quittance.domain.relay.RelayId;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Enveloped notifications of whatever type, as PayerMax's "RefundResultNotifyUrl": only the envelope is understood, and
 * that it has a type.
 */
final class NewsWire {
    /** The fields of {@code data} that name the thing, the most particular first. */
    private static final List<String> SUBJECTS = List.of(
            "outRefundNo",
            "refundTradeNo",
            "subscriptionNo",
            "subscriptionRequestId",
            "requestId",
            "merchantLinkId",
            "outTradeNo",
            "tradeNo",
            "tradeToken");

    private NewsWire() {}

    /**
     * @param raw the whole message as it came
     * @param keyId of the key that verified it
     * @throws Refusal if it is of no type
     */
    static PassNewsOn.Told read(Json.Obj message, Bytes raw, String keyId, Optional<RelayId> call) throws Refusal {
        String type = type(Fields.of(message));
        Fingerprint same = fingerprint(message);
        String subject = subject(message).orElse(same.value());
        return new PassNewsOn.Told(new NewsTopic(type, subject), call, new Message(raw, keyId, same));
    }

    /** All that was said, addressed to the merchant as it is known to us. */
    static Bytes write(Merchant merchant, Bytes told) {
        Map<String, Json> fields = new LinkedHashMap<>(object(told).fields());
        fields.put("appId", new Json.Str(merchant.app().value()));
        fields.put("merchantNo", new Json.Str(merchant.no().value()));
        return JsonWriter.object(new Json.Obj(fields));
    }

    private static String type(Fields envelope) throws Refusal {
        String type = envelope.text("notifyType").strip();
        if (ProtocolText.fault(type, NewsTopic.MAX_TYPE).isPresent()) {
            throw envelope.refusal("notifyType", "a type of 1 to " + NewsTopic.MAX_TYPE + " characters");
        }
        return type;
    }

    private static Optional<String> subject(Json.Obj message) {
        if (!(message.fields().get("data") instanceof Json.Obj data)) {
            return Optional.empty();
        }
        return SUBJECTS.stream()
                .flatMap(name -> named(data, name).stream())
                .filter(id -> ProtocolText.fault(id, NewsTopic.MAX_SUBJECT).isEmpty())
                .findFirst();
    }

    private static Optional<String> named(Json.Obj data, String name) {
        return switch (data.fields().get(name)) {
            case Json.Str(var text) -> Optional.of(text.strip());
            case Json.Num(var text) -> Optional.of(text);
            case null -> Optional.empty();
            case Json.Bool _, Json.Null _, Json.Obj _, Json.Arr _ -> Optional.empty();
        };
    }

    /** All that is said but when: a repeat carries another {@code notifyTime}. */
    private static Fingerprint fingerprint(Json.Obj message) {
        Map<String, Json> facts = new LinkedHashMap<>(message.fields());
        facts.remove("notifyTime");
        return Fingerprint.of(List.of("foreign news", facts.toString()));
    }

    private static Json.Obj object(Bytes told) {
        try {
            return (Json.Obj) JsonReader.read(told.toArray());
        } catch (JsonFault e) {
            throw new IllegalStateException("a verified notification is no JSON", e);
        }
    }
}
