package io.quittance.http.wire;

import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.util.function.Consumer;

/** The outer shape of answers: what every call and every callback wraps around its own words. */
public final class Envelope {
    /** Says to whoever told us something that it is kept. The same for every enveloped notification. */
    public static final Bytes ACKNOWLEDGEMENT =
            JsonWriter.object(o -> o.text("code", "SUCCESS").text("msg", "Success"));

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
}
