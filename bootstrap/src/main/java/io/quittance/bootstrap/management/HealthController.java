package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.quittance.http.json.JsonWriter;
import java.util.function.Consumer;

/**
 * Health for a load balancer or an orchestrator: alive, ready, or both at a glance. Answered on the thread that reads the
 * request: {@link Health} waits for nothing, and no other thread needs to be free. Who may not {@link Admission#watches watch}
 * is told whether all is well, and not what is not.
 */
@Controller("/health")
final class HealthController {
    private final Health health;
    private final Admission admission;

    HealthController(Health health, Admission admission) {
        this.health = health;
        this.admission = admission;
    }

    @Get
    HttpResponse<byte[]> both(HttpRequest<?> request) {
        Health.About about = health.about();
        return readiness(
                request,
                o -> o.text("version", about.version())
                        .object("crypto", c -> c.text("provider", about.crypto()))
                        .text("upstream", about.upstream()));
    }

    @Get("/liveness")
    HttpResponse<byte[]> liveness() {
        return answer(true, _ -> {});
    }

    @Get("/readiness")
    HttpResponse<byte[]> readiness(HttpRequest<?> request) {
        return readiness(request, _ -> {});
    }

    private HttpResponse<byte[]> readiness(HttpRequest<?> request, Consumer<JsonWriter> more) {
        Health.State now = health.now();
        if (!admission.watches(request)) {
            return answer(now.ready(), _ -> {});
        }
        return answer(now.ready(), o -> {
            o.object("liveness", l -> l.text("status", "UP"));
            o.object("readiness", r -> {
                r.text("status", status(now.ready())).texts("reasons", now.reasons());
                r.texts("warnings", now.warnings());
            });
            o.object(
                    "database",
                    d -> d.text("status", status(now.database()))
                            .text("place", health.about().database()));
            more.accept(o);
        });
    }

    private static HttpResponse<byte[]> answer(boolean up, Consumer<JsonWriter> more) {
        byte[] body = JsonWriter.object(o -> {
                    o.text("status", status(up));
                    more.accept(o);
                })
                .toArray();
        return HttpResponse.<byte[]>status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(body)
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
