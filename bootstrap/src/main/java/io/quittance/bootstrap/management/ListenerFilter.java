package io.quittance.bootstrap.management;

import io.micronaut.context.BeanProvider;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.Router;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.json.JsonWriter;
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
    private final BeanProvider<Router> routes;
    private final String protocol;

    /** @param routes asked for only when it is needed, as filters are made before it */
    ListenerFilter(Settings settings, PublicPaths publicPaths, BeanProvider<Router> routes) {
        this.publicPaths = publicPaths;
        this.managementPort = settings.managementPort();
        this.routes = routes;
        this.protocol = settings.publicUrl().toString();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> keepApart(HttpRequest<?> request) {
        boolean open = publicPaths.contain(request.getPath());
        if (request.getServerAddress().getPort() != managementPort) {
            return open ? null : NoSuchAddress.answer(request.getPath());
        }
        if (open || routes.get().findAny(request).isEmpty()) {
            return nothingAt(request.getPath());
        }
        return isForeign(
                        request.getHeaders().get("Origin"), request.getHeaders().get("Host"))
                ? HttpResponse.status(HttpStatus.FORBIDDEN)
                : null;
    }

    private HttpResponse<byte[]> nothingAt(String path) {
        Bytes said = JsonWriter.object(o -> o.text(
                "error",
                "path: '" + ProtocolText.excerpt(path) + "' (expected: /health, /metrics, or what the commands ask;"
                        + " the protocol is spoken at " + protocol + ")"));
        return HttpResponse.notFound(said.toArray()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /** Whether a page of somebody else's made a person's browser ask: none may reach what only this machine reaches. */
    static boolean isForeign(@Nullable String origin, @Nullable String host) {
        return origin != null && !origin.replaceFirst("^https?://", "").equals(host);
    }
}
