package io.quittance.http.south;

import io.micronaut.context.annotation.Executable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.domain.text.Bytes;
import io.quittance.http.peer.Proxies;
import io.quittance.http.wire.JsonAnswer;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where upstream tells results, at the addresses of {@link CallbackRoutes}; the form with our app id is the one to register
 * with PayerMax.
 */
@Singleton
@ExecuteOn(TaskExecutors.BLOCKING)
final class CallbackController {
    private final Callbacks callbacks;
    private final Map<String, Callback> byName;
    private final Proxies proxies;

    CallbackController(Callbacks callbacks, Collection<Callback> all, Proxies proxies) {
        this.callbacks = callbacks;
        this.proxies = proxies;
        this.byName = all.stream().collect(Collectors.toUnmodifiableMap(Callback::name, Function.identity()));
    }

    @Executable
    HttpResponse<byte[]> take(HttpRequest<byte[]> request) {
        return answer(Optional.empty(), Optional.empty(), request);
    }

    @Executable
    HttpResponse<byte[]> take(String appId, HttpRequest<byte[]> request) {
        return answer(Optional.of(appId), Optional.empty(), request);
    }

    @Executable
    HttpResponse<byte[]> take(String appId, String call, HttpRequest<byte[]> request) {
        return answer(Optional.of(appId), Optional.of(call), request);
    }

    private HttpResponse<byte[]> answer(Optional<String> pathApp, Optional<String> call, HttpRequest<byte[]> request) {
        Callback callback = byName.get(request.getPath().split("/", 3)[1]);
        Bytes body = Bytes.of(request.getBody().orElse(new byte[0]));
        Callbacks.Came came = new Callbacks.Came(pathApp, body, headers(request.getHeaders()), proxies.source(request));
        Callbacks.Reply reply = callbacks.take(callback, call, came);
        return JsonAnswer.of(status(callback, reply.kind()), reply.body(), Optional.empty());
    }

    /** The server lists a name once for each way it is written, and each time with all values. */
    private static Map<String, List<String>> headers(HttpHeaders came) {
        return came.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.toMap(Function.identity(), came::getAll));
    }

    private static HttpStatus status(Callback callback, Callbacks.Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGED -> HttpStatus.OK;
            case UNREADABLE -> HttpStatus.BAD_REQUEST;
            case NOT_VERIFIED -> HttpStatus.UNAUTHORIZED;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case NOT_UNDERSTOOD -> callback.notUnderstood();
            case FAULT -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
