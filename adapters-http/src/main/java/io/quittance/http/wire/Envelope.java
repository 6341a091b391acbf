package io.quittance.http.wire;

import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The outer shape of answers and notifications: what every call and callback wraps around its own words. */
public final class Envelope {
    /** Says to whoever told us something that it is kept. The same for every enveloped notification. */
    public static final Bytes ACKNOWLEDGEMENT =
            JsonWriter.object(o -> o.text("code", "SUCCESS").text("msg", "Success"));

    /** The longest {@code code} of a notification. */
    private static final int MAX_NOTIFIED_CODE = 32;

    private Envelope() {}

    /** A request was accepted. The page allows an answer without {@code data}; ours always has it: A7. */
    public static Bytes accepted(Consumer<JsonWriter> data) {
        return JsonWriter.object(o -> o.text("code", WireCode.APPLY_SUCCESS.name())
                .text("msg", "Success.")
                .object("data", data));
    }

    public static Bytes refused(WireCode code, String msg) {
        return JsonWriter.object(o -> o.text("code", code.name()).text("msg", msg));
    }

    /** What upstream answered, in its words. */
    public static Bytes relayed(String code, String msg) {
        return JsonWriter.object(o -> o.text("code", code).text("msg", msg));
    }

    /** Upstream's refusal, passed on in its own words. */
    public static Bytes refused(Failure why) {
        return JsonWriter.object(
                o -> o.text("code", why.code()).text("msg", why.message().isEmpty() ? why.code() : why.message()));
    }

    /** A refusal that tells where the earlier order stands; only {@code ORDER_REPEAT} does: A7. */
    public static Bytes refused(WireCode code, String msg, Consumer<JsonWriter> data) {
        return JsonWriter.object(
                o -> o.text("code", code.name()).text("msg", msg).object("data", data));
    }

    /**
     * A notification to whoever is told something: everything that any page's envelope requires, the times as its text
     * says: C9, B2. On failure it holds code and text: C14.
     *
     * @param app as whom the receiver is known to the sender
     * @param type {@code notifyType}
     * @param data writes the field {@code data}
     */
    public static Bytes notification(
            AppId app, MerchantNo no, Instant at, String type, Optional<Failure> failure, Consumer<JsonWriter> data) {
        return JsonWriter.object(o ->
                data.accept(o.text("code", failure.map(why -> cut(why.code())).orElse(WireCode.APPLY_SUCCESS.name()))
                        .text("msg", failure.map(Envelope::message).orElse("Success."))
                        .text("keyVersion", "1")
                        .text("appId", app.value())
                        .text("merchantNo", no.value())
                        .text("notifyTime", WireTime.millis(at))
                        .text("notifyType", type)));
    }

    /** Why something failed, as far as the envelope of its notification says it: C14. Neither keeps the news from being taken in. */
    public static Failure failure(Fields envelope, Oddities odd) {
        String code = odd.side(() -> Lenient.words(envelope, "code")).orElse("");
        String msg = odd.side(() -> Lenient.words(envelope, "msg")).orElse("");
        return code.isEmpty() || code.equals(WireCode.APPLY_SUCCESS.name())
                ? new Failure("", "")
                : new Failure(code, msg);
    }

    /** The text of a failure; the pages require one, so an empty one is the code. */
    public static String message(Failure why) {
        return why.message().isEmpty() ? why.code() : why.message();
    }

    private static String cut(String code) {
        return code.codePointCount(0, code.length()) <= MAX_NOTIFIED_CODE
                ? code
                : code.substring(0, code.offsetByCodePoints(0, MAX_NOTIFIED_CODE));
    }
}
