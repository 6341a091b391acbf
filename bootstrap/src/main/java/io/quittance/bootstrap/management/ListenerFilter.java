package io.quittance.bootstrap.management;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.quittance.bootstrap.settings.Settings;
import java.util.List;

/**
 * Keeps the two listeners apart: the protocol is spoken on the public port only, all else on the management port only.
 * What is not listed here is management, so that a new page is never public by accident.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ListenerFilter {
    private static final List<String> PUBLIC = List.of(
            "/aggregate-pay",
            "/captureResultNotifyUrl",
            "/cancelResultNotifyUrl",
            "/authResultNotifyUrl",
            "/collectResultNotifyUrl",
            "/disbursementResultNotifyUrl",
            "/delSuffixStart12",
            "/payLinkResultNotifyUrl",
            "/pay");

    private final int managementPort;

    ListenerFilter(Settings settings) {
        this.managementPort = settings.managementPort();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> keepApart(HttpRequest<?> request) {
        boolean asManagement = request.getServerAddress().getPort() == managementPort;
        if (asManagement == isPublic(request.getPath())) {
            return HttpResponse.notFound();
        }
        return asManagement
                        && isForeign(
                                request.getHeaders().get("Origin"),
                                request.getHeaders().get("Host"))
                ? HttpResponse.status(HttpStatus.FORBIDDEN)
                : null;
    }

    /** Whether a page of somebody else's made a person's browser ask: none may reach what only this machine reaches. */
    static boolean isForeign(@Nullable String origin, @Nullable String host) {
        return origin != null && !origin.replaceFirst("^https?://", "").equals(host);
    }

    static boolean isPublic(String path) {
        return PUBLIC.stream().anyMatch(known -> path.equals(known) || path.startsWith(known + "/"));
    }
}
