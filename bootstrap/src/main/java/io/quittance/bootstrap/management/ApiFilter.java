package io.quittance.bootstrap.management;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Lets into the management API only who shows the token: 401 for all others, whatever they ask, and nothing is done. */
@ServerFilter(ApiFilter.PATH + "/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class ApiFilter {
    /** Below it lies the management API, described by {@link ApiDescription}. */
    static final String PATH = "/api";

    private final Admission admission;

    ApiFilter(Admission admission) {
        this.admission = admission;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> letIn(HttpRequest<?> request) {
        return admission.shown(request) ? null : Admission.refusal();
    }
}
