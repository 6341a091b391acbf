package io.quittance.bootstrap.management;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.quittance.http.north.Gateway;
import io.quittance.http.server.ProtocolErrors;
import jakarta.inject.Singleton;

/** Answers in the API's own form where the framework would speak for itself; elsewhere the protocol is spoken. */
@Singleton
@Primary
final class ApiErrors implements ErrorResponseProcessor<byte[]> {
    private final ProtocolErrors protocol;

    ApiErrors(ProtocolErrors protocol) {
        this.protocol = protocol;
    }

    /** Whether the connection is kept is the same for both. */
    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        MutableHttpResponse<byte[]> spoken = protocol.processResponse(context, response);
        if (!context.getRequest().getPath().startsWith(ApiFilter.PATH + "/")) {
            return spoken;
        }
        HttpStatus status = HttpStatus.valueOf(response.code());
        return spoken.status(status).body(ApiFault.written(sentence(status)));
    }

    private static String sentence(HttpStatus status) {
        if (status == HttpStatus.REQUEST_ENTITY_TOO_LARGE) {
            return "The request is too large (expected: a body of at most " + Gateway.MAX_BODY
                    + " bytes, and a few kilobytes of address and headers).";
        }
        return status.getCode() < 500
                ? "The request makes no sense: " + status.getReason() + "."
                : "The service failed at this; its log says more.";
    }
}
