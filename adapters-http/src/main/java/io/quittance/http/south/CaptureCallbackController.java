package io.quittance.http.south;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.domain.text.Bytes;
import io.quittance.http.wire.JsonAnswer;
import java.util.Optional;

/** Where upstream tells results of captures; the form with our app id is the one to register with PayerMax. */
@Controller("/captureResultNotifyUrl")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CaptureCallbackController {
    private final Callbacks callbacks;
    private final CaptureCallback callback;

    CaptureCallbackController(Callbacks callbacks, CaptureCallback callback) {
        this.callbacks = callbacks;
        this.callback = callback;
    }

    @Post
    HttpResponse<byte[]> take(HttpRequest<byte[]> request) {
        return answer(Optional.empty(), request);
    }

    @Post("/{appId}")
    HttpResponse<byte[]> take(String appId, HttpRequest<byte[]> request) {
        return answer(Optional.of(appId), request);
    }

    private HttpResponse<byte[]> answer(Optional<String> pathApp, HttpRequest<byte[]> request) {
        Bytes body = Bytes.of(request.getBody().orElse(new byte[0]));
        Callbacks.Reply reply =
                callbacks.take(callback, pathApp, body, request.getHeaders().getAll("sign"));
        return JsonAnswer.of(status(reply.kind()), reply.body(), Optional.empty());
    }

    private static HttpStatus status(Callbacks.Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGED -> HttpStatus.OK;
            case UNREADABLE -> HttpStatus.BAD_REQUEST;
            case NOT_VERIFIED -> HttpStatus.UNAUTHORIZED;
            case NOT_UNDERSTOOD -> HttpStatus.UNPROCESSABLE_ENTITY;
            case FAULT -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
