package io.quittance.http.wire;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.quittance.domain.text.Bytes;
import java.util.Optional;

/** Answers whose body is rendered already: what was signed is what is sent. */
public final class JsonAnswer {
    /** With the charset, as one official client decodes the body by it. */
    private static final String CONTENT_TYPE = "application/json;charset=utf-8";

    private JsonAnswer() {}

    public static MutableHttpResponse<byte[]> of(HttpStatus status, Bytes body, Optional<String> sign) {
        MutableHttpResponse<byte[]> response = HttpResponse.status(status);
        response.body(body.toArray()).header("Content-Type", CONTENT_TYPE);
        sign.ifPresent(value -> response.header("sign", value));
        return response;
    }
}
