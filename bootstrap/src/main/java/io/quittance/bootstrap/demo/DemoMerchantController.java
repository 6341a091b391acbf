package io.quittance.bootstrap.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.bootstrap.management.Admission;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.util.Optional;

/**
 * The demo merchant's endpoint: verifies, acknowledges, and remembers for {@code quittance demo}. Told is it by anybody, as
 * merchants are; what it was told is shown to who has the management token.
 */
@Controller(DemoMerchantController.PATH)
@Requires(bean = DemoInbox.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DemoMerchantController {
    static final String PATH = "/demo/notifications";

    private static final Bytes ACKNOWLEDGED =
            JsonWriter.object(o -> o.text("code", "SUCCESS").text("msg", "Success"));

    private static final Bytes UNASKED = JsonWriter.object(o -> o.text(
            "error",
            "Notifications about which order? (expected: " + PATH + "?about=ID, with the ID that the request named)"));

    private final DemoInbox inbox;
    private final Admission admission;

    DemoMerchantController(DemoInbox inbox, Admission admission) {
        this.inbox = inbox;
        this.admission = admission;
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> receive(@Header("sign") Optional<String> sign, @Body byte[] body) {
        return inbox.receive(Bytes.of(body), sign)
                ? HttpResponse.ok(ACKNOWLEDGED.toArray()).contentType(MediaType.APPLICATION_JSON_TYPE)
                : HttpResponse.unauthorized();
    }

    @Get
    HttpResponse<byte[]> received(@QueryValue Optional<String> about, HttpRequest<?> request) {
        if (!admission.shown(request)) {
            return Admission.refusal();
        }
        return about.map(this::received)
                .orElseGet(
                        () -> HttpResponse.badRequest(UNASKED.toArray()).contentType(MediaType.APPLICATION_JSON_TYPE));
    }

    private HttpResponse<byte[]> received(String about) {
        Bytes list = JsonWriter.object(o -> o.array(
                "notifications",
                inbox.about(about),
                (n, received) -> n.text("at", received.at().toString())
                        .bool("verified", received.verified())
                        .text("body", received.body().asUtf8())));
        return HttpResponse.ok(list.toArray()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
