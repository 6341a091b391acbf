package io.quittance.bootstrap.management;

import io.micronaut.http.HttpParameters;
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
import io.quittance.bootstrap.management.Deliveries.By;
import io.quittance.bootstrap.management.Stories.Listing;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import java.util.Optional;
import java.util.function.BiFunction;

/** The management API for what merchants are owed; {@link RemoteDeliveries} is its caller. */
@Controller(DeliveriesController.PATH)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeliveriesController {
    static final String PATH = "/management/deliveries";
    static final String COUNT = "/count";
    static final String ONE = "/one";
    static final String REVEALED = "/one/revealed";
    static final String ONE_SENT = "/one/sent";
    static final String REPEATED = "/repeated";
    static final String SENT = "/sent";

    private final Deliveries deliveries;
    private final ManagementToken token;

    DeliveriesController(Deliveries deliveries, ManagementToken token) {
        this.deliveries = deliveries;
        this.token = token;
    }

    /** Of what is asked for twice the first counts. */
    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        HttpParameters asked = request.getParameters();
        return ManagementAnswer.of(
                token,
                request.getHeaders().findFirst("Authorization"),
                () -> deliveries.list(
                        DeliveryWish.read(asked::getFirst),
                        asked.getFirst("behind"),
                        asked.getFirst("limit").map(OrdersController::limit).orElse(Listing.USUAL)));
    }

    @Get(COUNT)
    HttpResponse<byte[]> count(HttpRequest<?> request) {
        return ManagementAnswer.of(
                token,
                request.getHeaders().findFirst("Authorization"),
                () -> deliveries.count(DeliveryWish.read(request.getParameters()::getFirst)));
    }

    @Get(ONE)
    HttpResponse<byte[]> show(@Header("Authorization") Optional<String> caller, @QueryValue String id) {
        return ManagementAnswer.of(token, caller, () -> deliveries.show(id));
    }

    /** No GET, as it leaves a trace in the journal. */
    @Post(REVEALED)
    HttpResponse<byte[]> reveal(@Header("Authorization") Optional<String> caller, @Body byte[] wish) {
        return done(caller, wish, (fields, by) -> deliveries.reveal(ManagementJson.text(fields, "id"), by));
    }

    @Post(ONE_SENT)
    HttpResponse<byte[]> resend(@Header("Authorization") Optional<String> caller, @Body byte[] wish) {
        return done(caller, wish, (fields, by) -> deliveries.resend(ManagementJson.text(fields, "id"), by));
    }

    @Post(REPEATED)
    HttpResponse<byte[]> repeat(@Header("Authorization") Optional<String> caller, @Body byte[] wish) {
        return done(caller, wish, (fields, by) -> deliveries.repeat(ManagementJson.text(fields, "order"), by));
    }

    @Post(SENT)
    HttpResponse<byte[]> resendMany(@Header("Authorization") Optional<String> caller, @Body byte[] wish) {
        return done(
                caller,
                wish,
                (fields, by) -> deliveries.resend(
                        DeliveryWish.read(name -> ManagementJson.optional(fields, name)),
                        ManagementJson.optional(fields, "behind"),
                        by));
    }

    private HttpResponse<byte[]> done(Optional<String> caller, byte[] wish, BiFunction<Json.Obj, By, Bytes> work) {
        return ManagementAnswer.of(token, caller, () -> {
            Json.Obj fields = ManagementJson.object(wish);
            return work.apply(
                    fields, new By(ManagementJson.text(fields, "reason"), ManagementJson.text(fields, "person")));
        });
    }
}
