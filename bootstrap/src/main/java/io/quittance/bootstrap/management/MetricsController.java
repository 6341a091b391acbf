package io.quittance.bootstrap.management;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** All metrics in the text format of Prometheus, for those who {@link Admission#watches may}. */
@Controller("/metrics")
final class MetricsController {
    private static final MediaType TEXT = MediaType.of("text/plain; version=0.0.4; charset=utf-8");

    private final PrometheusMeterRegistry registry;
    private final Admission admission;

    MetricsController(PrometheusMeterRegistry registry, Admission admission) {
        this.registry = registry;
        this.admission = admission;
    }

    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> scrape(HttpRequest<?> request) {
        if (!admission.watches(request)) {
            return Admission.refusal();
        }
        return HttpResponse.ok(registry.scrape()).contentType(TEXT);
    }
}
