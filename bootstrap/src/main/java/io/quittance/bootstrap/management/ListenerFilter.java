package io.quittance.bootstrap.management;

import io.micronaut.context.BeanProvider;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.Router;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.server.NoSuchAddress;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keeps the two listeners apart: the protocol is spoken on the public port only ({@link PublicPaths}), all else on the
 * management port only.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class ListenerFilter {
    private final PublicPaths publicPaths;
    private final int managementPort;
    private final BeanProvider<Router> routes;
    private final String protocol;
    private final OwnNames names;

    /** @param routes asked for only when it is needed, as filters are made before it */
    ListenerFilter(Settings settings, PublicPaths publicPaths, OwnNames names, BeanProvider<Router> routes) {
        this.publicPaths = publicPaths;
        this.managementPort = settings.managementPort();
        this.names = names;
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
        if (!names.contain(request.getHeaders().get("Host"))) {
            return foreign(request.getHeaders().get("Host"));
        }
        Set<String> methods = open ? Set.of() : methodsAt(request);
        if (methods.isEmpty()) {
            return nothingAt(request.getPath());
        }
        if (isForeign(request.getHeaders().get("Origin"), request.getHeaders().get("Host"))) {
            return HttpResponse.status(HttpStatus.FORBIDDEN);
        }
        return methods.contains(request.getMethodName()) ? null : notBy(request.getMethodName(), methods);
    }

    private static HttpResponse<byte[]> foreign(@Nullable String host) {
        return ApiFault.answer(
                HttpStatus.FORBIDDEN,
                "Host: '" + ProtocolText.excerpt(host == null ? "" : host)
                        + "' (expected: an address of this machine, or a name in QUITTANCE_MANAGEMENT_NAMES)");
    }

    private Set<String> methodsAt(HttpRequest<?> request) {
        return routes.get().findAny(request).stream()
                .map(match -> match.getRouteInfo().getHttpMethodName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private HttpResponse<byte[]> nothingAt(String path) {
        return ApiFault.answer(
                HttpStatus.NOT_FOUND,
                "path: '" + ProtocolText.excerpt(path) + "' (expected: /health, /metrics, or what "
                        + ApiDescription.PATH + " describes; the protocol is spoken at " + protocol + ")");
    }

    private static HttpResponse<byte[]> notBy(String method, Set<String> methods) {
        String allowed = String.join(", ", methods);
        return ApiFault.answer(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method: '" + ProtocolText.excerpt(method) + "' (expected: " + allowed + ")")
                .header("Allow", allowed);
    }

    /** Whether a page of somebody else's made a person's browser ask: none may reach what only this machine reaches. */
    static boolean isForeign(@Nullable String origin, @Nullable String host) {
        return origin != null && !origin.replaceFirst("^https?://", "").equals(host);
    }
}
