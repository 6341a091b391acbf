package io.quittance.bootstrap.management;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.bootstrap.trouble.Trouble;

/**
 * Takes nothing in the address that the description does not name, and no body where it names none. The fields of a body
 * are looked at where it is read, by {@link ManagementJson#wish}.
 */
@ServerFilter(ApiFilter.PATH + "/**")
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class ApiOperationFilter {
    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        ApiOperation operation = ApiOperation.of(request);
        try {
            operation.checkQuery(request.getParameters().names());
            if (request.getContentLength() > 0 && !operation.takesBody()) {
                throw new Trouble("There is a body (expected: none; what is asked for stands in the address).");
            }
            return null;
        } catch (Trouble e) {
            return ApiFault.answer(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }
}
