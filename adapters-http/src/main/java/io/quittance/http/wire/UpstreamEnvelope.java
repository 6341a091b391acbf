package io.quittance.http.wire;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import java.util.Objects;

/**
 * What every message of upstream wraps around its own words, read leniently.
 *
 * @param code {@code APPLY_SUCCESS}, or why not
 * @param msg its text; empty if it has none
 * @param fields all of the message
 */
public record UpstreamEnvelope(String code, String msg, Fields fields) {
    public UpstreamEnvelope {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(msg, "msg");
        Objects.requireNonNull(fields, "fields");
    }

    /** Of an answer, which has a code in any case. */
    public static UpstreamEnvelope read(Bytes body) throws JsonFault, Refusal {
        if (!(JsonReader.read(body.toArray()) instanceof Json.Obj object)) {
            throw new JsonFault("not an object");
        }
        Fields fields = Fields.of(object);
        return new UpstreamEnvelope(
                fields.text("code").strip(),
                new Oddities().side(() -> Lenient.words(fields, "msg")).orElse(""),
                fields);
    }

    /** Whether it accepts what was asked. */
    public boolean accepts() {
        return code.equals(WireCode.APPLY_SUCCESS.name());
    }

    /** The fields of a notification, which may leave its type out but not have another. */
    public static Fields notification(Json.Obj message, String type) throws Refusal {
        Fields fields = Fields.of(message);
        if (Lenient.said(fields, "notifyType")
                && !fields.text("notifyType").strip().equals(type)) {
            throw fields.refusal("notifyType", type);
        }
        return fields;
    }
}
