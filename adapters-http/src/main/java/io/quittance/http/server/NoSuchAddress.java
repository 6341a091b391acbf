package io.quittance.http.server;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.quittance.http.north.Gateway;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.JsonAnswer;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import java.util.Optional;

/** What is said where nothing is: in the protocol, so that a client with a wrong base address reads the right one. */
public final class NoSuchAddress {
    private static final String EXPECTED = "POST " + Gateway.PATH + "/NAME, or the address of a notification";

    private NoSuchAddress() {}

    public static MutableHttpResponse<byte[]> answer(String path) {
        Refusal why = refusal(path);
        return JsonAnswer.of(HttpStatus.NOT_FOUND, Envelope.refused(why.code(), why.getMessage()), Optional.empty());
    }

    static Refusal refusal(String path) {
        return Refusal.of(WireCode.PARAMS_INVALID, "path", path, EXPECTED);
    }
}
