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
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where upstream tells results; the form with our app id is the one to register with PayerMax. */
@Controller
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CallbackController {
    private final Callbacks callbacks;
    private final Map<String, Callback> byName;

    CallbackController(Callbacks callbacks, Collection<Callback> all) {
        this.callbacks = callbacks;
        this.byName = all.stream().collect(Collectors.toUnmodifiableMap(Callback::name, Function.identity()));
    }

    /** Every callback's name stands here, so that no other path is taken for one. */
    @Post(
            uris = {
                "/captureResultNotifyUrl",
                "/cancelResultNotifyUrl",
                "/authResultNotifyUrl",
                "/collectResultNotifyUrl",
                "/disbursementResultNotifyUrl",
                "/delSuffixStart12",
                "/payLinkResultNotifyUrl"
            })
    HttpResponse<byte[]> take(HttpRequest<byte[]> request) {
        return answer(Optional.empty(), request);
    }

    @Post(
            uris = {
                "/captureResultNotifyUrl/{appId}",
                "/cancelResultNotifyUrl/{appId}",
                "/authResultNotifyUrl/{appId}",
                "/collectResultNotifyUrl/{appId}",
                "/disbursementResultNotifyUrl/{appId}",
                "/delSuffixStart12/{appId}",
                "/payLinkResultNotifyUrl/{appId}"
            })
    HttpResponse<byte[]> take(String appId, HttpRequest<byte[]> request) {
        return answer(Optional.of(appId), request);
    }

    private HttpResponse<byte[]> answer(Optional<String> pathApp, HttpRequest<byte[]> request) {
        Callback callback = byName.get(request.getPath().split("/", 3)[1]);
        Bytes body = Bytes.of(request.getBody().orElse(new byte[0]));
        Callbacks.Reply reply =
                callbacks.take(callback, pathApp, body, request.getHeaders().getAll("sign"));
        return JsonAnswer.of(status(callback, reply.kind()), reply.body(), Optional.empty());
    }

    private static HttpStatus status(Callback callback, Callbacks.Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGED -> HttpStatus.OK;
            case UNREADABLE -> HttpStatus.BAD_REQUEST;
            case NOT_VERIFIED -> HttpStatus.UNAUTHORIZED;
            case NOT_UNDERSTOOD -> callback.notUnderstood();
            case FAULT -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
