package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.bootstrap.management.Stories.Listing;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import java.util.function.BiFunction;

/** The management API for what merchants are owed; {@link RemoteDeliveries} is its caller. */
@Controller(DeliveriesController.PATH)
@Consumes(MediaType.ALL)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeliveriesController {
    static final String PATH = ApiFilter.PATH + "/deliveries";
    static final String COUNT = "/count";
    static final String ONE = "/one";
    static final String REVEALED = "/one/revealed";
    static final String ONE_SENT = "/one/sent";
    static final String REPEATED = "/repeated";
    static final String SENT = "/sent";

    private final Deliveries deliveries;

    DeliveriesController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Get
    Bytes list(HttpRequest<?> request) {
        Query asked = Query.of(request);
        return deliveries.list(
                DeliveryWish.read(asked::optional), asked.optional("behind"), asked.limit(Listing.USUAL));
    }

    @Get(COUNT)
    Bytes count(HttpRequest<?> request) {
        return deliveries.count(DeliveryWish.read(Query.of(request)::optional));
    }

    @Get(ONE)
    Bytes show(HttpRequest<?> request) {
        return deliveries.show(Query.of(request).text("id"));
    }

    /** No GET, as it leaves a trace in the journal. */
    @Post(REVEALED)
    Bytes reveal(HttpRequest<byte[]> request) {
        return done(request, (fields, by) -> deliveries.reveal(ManagementJson.text(fields, "id"), by));
    }

    @Post(ONE_SENT)
    Bytes resend(HttpRequest<byte[]> request) {
        return done(request, (fields, by) -> deliveries.resend(ManagementJson.text(fields, "id"), by));
    }

    @Post(REPEATED)
    Bytes repeat(HttpRequest<byte[]> request) {
        return done(
                request,
                (fields, by) -> deliveries.repeat(
                        ManagementJson.text(fields, "order"), ManagementJson.optional(fields, "endpoint"), by));
    }

    @Post(SENT)
    Bytes resendMany(HttpRequest<byte[]> request) {
        return done(
                request,
                (fields, by) -> deliveries.resend(
                        DeliveryWish.read(name -> ManagementJson.optional(fields, name)),
                        ManagementJson.optional(fields, "behind"),
                        by));
    }

    private static Bytes done(HttpRequest<byte[]> request, BiFunction<Json.Obj, ByWhom, Bytes> work) {
        Json.Obj fields = ManagementJson.wish(request);
        return work.apply(fields, ByWhom.read(fields));
    }
}
