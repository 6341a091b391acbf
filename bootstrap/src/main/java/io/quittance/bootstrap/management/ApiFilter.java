package io.quittance.bootstrap.management;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Lets into the management API only who shows the token: 401 for all others, whatever they ask, and nothing is done. */
@ServerFilter(ApiFilter.PATH + "/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class ApiFilter {
    /** Below it lies the management API, described by {@link ApiDescription}. */
    static final String PATH = "/api";

    private final ManagementToken token;

    ApiFilter(ManagementToken token) {
        this.token = token;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> letIn(HttpRequest<?> request) {
        return request.getHeaders()
                        .findFirst("Authorization")
                        .filter(token::matches)
                        .isPresent()
                ? null
                : ApiFault.answer(
                                HttpStatus.UNAUTHORIZED,
                                "The header Authorization is missing or wrong (expected: Bearer, a blank, and what is"
                                        + " in the file management-token of the service's data folder).")
                        .header("WWW-Authenticate", "Bearer");
    }
}
