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
import io.quittance.http.server.NoSuchAddress;

/**
 * Keeps the two listeners apart: the protocol is spoken on the public port only ({@link PublicPaths}), all else on the
 * management port only.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ListenerFilter {
    private final PublicPaths publicPaths;
    private final int managementPort;

    ListenerFilter(Settings settings, PublicPaths publicPaths) {
        this.publicPaths = publicPaths;
        this.managementPort = settings.managementPort();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> keepApart(HttpRequest<?> request) {
        boolean asManagement = request.getServerAddress().getPort() == managementPort;
        if (asManagement == publicPaths.contain(request.getPath())) {
            return asManagement ? HttpResponse.notFound() : NoSuchAddress.answer(request.getPath());
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
}
