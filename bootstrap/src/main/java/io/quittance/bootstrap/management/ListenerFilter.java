package io.quittance.bootstrap.management;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
            "/delSuffixStart12");

    private final int managementPort;

    ListenerFilter(Settings settings) {
        this.managementPort = settings.managementPort();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> keepApart(HttpRequest<?> request) {
        boolean asManagement = request.getServerAddress().getPort() == managementPort;
        return asManagement == isPublic(request.getPath()) ? HttpResponse.notFound() : null;
    }

    static boolean isPublic(String path) {
        return PUBLIC.stream().anyMatch(known -> path.equals(known) || path.startsWith(known + "/"));
    }
}
