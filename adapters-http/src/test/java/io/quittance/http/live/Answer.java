package io.quittance.http.live;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import java.util.Optional;

/** What came back. */
public record Answer(int status, Optional<String> contentType, Optional<String> sign, Bytes body) {
    public Json.Obj json() {
        try {
            return (Json.Obj) JsonReader.read(body.toArray());
        } catch (JsonFault e) {
            throw new AssertionError("the answer is no JSON: " + body.asUtf8(), e);
        }
    }

    public String code() {
        return text(json(), "code");
    }

    public String msg() {
        return text(json(), "msg");
    }

    public Json.Obj data() {
        return (Json.Obj) json().field("data").orElseThrow();
    }

    public static String text(Json.Obj object, String name) {
        return ((Json.Str) object.field(name).orElseThrow()).value();
    }

    /** By the JDK over the bytes received. */
    public boolean signedByGateway() {
        return sign.isPresent() && Keys.verifies(Keys.GATEWAY.getPublic(), body.toArray(), sign.get());
    }
}
