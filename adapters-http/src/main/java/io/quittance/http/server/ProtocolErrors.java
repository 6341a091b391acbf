package io.quittance.http.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.quittance.http.north.Gateway;
import io.quittance.http.payerpage.PayerPageController;
import io.quittance.http.peer.Proxies;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.JsonAnswer;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Speaks the protocol where the framework would speak for itself: a body that is too large, another method than POST, a
 * path without a controller. Merchants' clients read the code and not the status, so towards them it is 200; upstream's
 * callbacks know one status for all that cannot be read; people see a page.
 */
@Singleton
public final class ProtocolErrors implements ErrorResponseProcessor<byte[]> {
    /** How much of a body that is too large is read to its end, and thrown away. */
    private static final long MAX_DRAINED = 1_048_576;

    private final Gateway gateway;
    private final Proxies proxies;

    ProtocolErrors(Gateway gateway, Proxies proxies) {
        this.gateway = gateway;
        this.proxies = proxies;
    }

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = HttpStatus.valueOf(response.code());
        Refusal refusal = refusal(status, context);
        MutableHttpResponse<byte[]> answer = answer(context.getRequest(), status, refusal);
        if (answer.code() == HttpStatus.METHOD_NOT_ALLOWED.getCode()) {
            response.getHeaders().findFirst("Allow").ifPresent(allowed -> answer.header("Allow", allowed));
        }
        if (status == HttpStatus.REQUEST_ENTITY_TOO_LARGE && !drainable(context.getRequest())) {
            answer.header("Connection", "close");
        }
        return answer;
    }

    private MutableHttpResponse<byte[]> answer(HttpRequest<?> request, HttpStatus status, Refusal refusal) {
        if (request.getPath().startsWith(Gateway.PATH)) {
            return JsonAnswer.of(
                    HttpStatus.OK,
                    gateway.refuse(refusal, proxies.source(request)).body(),
                    Optional.empty());
        }
        HttpStatus told = status == HttpStatus.REQUEST_ENTITY_TOO_LARGE ? HttpStatus.BAD_REQUEST : status;
        if (PayerPageController.isAt(request.getPath())) {
            return PayerPageController.failing(told, request);
        }
        return JsonAnswer.of(told, Envelope.refused(refusal.code(), refusal.getMessage()), Optional.empty());
    }

    /** Who still sends a little is let finish, so that the answer is surely read; who might never end is cut off. */
    private static boolean drainable(HttpRequest<?> request) {
        long announced = request.getContentLength();
        return announced >= 0 && announced <= MAX_DRAINED;
    }

    private static Refusal refusal(HttpStatus status, ErrorContext context) {
        return switch (status) {
            case REQUEST_ENTITY_TOO_LARGE -> tooLarge(context);
            case METHOD_NOT_ALLOWED ->
                Refusal.of(
                        WireCode.PARAMS_INVALID, "method", context.getRequest().getMethodName(), "POST");
            case NOT_FOUND -> NoSuchAddress.refusal(context.getRequest().getPath());
            default ->
                Refusal.described(
                        status.getCode() < 500 ? WireCode.PARAMS_INVALID : WireCode.SYSTEM_ERROR,
                        "request",
                        status.getReason(),
                        "a request that HTTP allows");
        };
    }

    /** The framework has one status for both. */
    private static Refusal tooLarge(ErrorContext context) {
        boolean body = context.getRootCause()
                .filter(ContentLengthExceededException.class::isInstance)
                .isPresent();
        return body
                ? Refusal.described(
                        WireCode.PARAMS_INVALID, "body", "too large", "at most " + ServerLimits.MAX_BODY + " bytes")
                : Refusal.described(
                        WireCode.PARAMS_INVALID, "request", "its address or headers are too large", "a few kilobytes");
    }
}
