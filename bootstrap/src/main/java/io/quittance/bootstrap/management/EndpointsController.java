package io.quittance.bootstrap.management;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.json.Json;
import java.util.Optional;

/** The management API for endpoints and their holds; {@link RemoteEndpoints} is its caller. */
@Controller(EndpointsController.PATH)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EndpointsController {
    static final String PATH = "/management/endpoints";
    static final String HOLD = "/hold";
    static final String TEST = "/test";

    private final Endpoints endpoints;
    private final ManagementToken token;

    EndpointsController(Endpoints endpoints, ManagementToken token) {
        this.endpoints = endpoints;
        this.token = token;
    }

    @Get
    HttpResponse<byte[]> read(@Header("Authorization") Optional<String> caller, @QueryValue Optional<String> appId) {
        return ManagementAnswer.of(
                token,
                caller,
                () -> appId.map(id -> EndpointsWire.write(endpoints.show(id)))
                        .orElseGet(() -> EndpointsWire.write(endpoints.list())));
    }

    @Put(HOLD)
    HttpResponse<byte[]> hold(
            @Header("Authorization") Optional<String> caller, @QueryValue String appId, @Body byte[] wish) {
        return ManagementAnswer.of(token, caller, () -> {
            Json.Obj fields = ManagementJson.object(wish);
            return EndpointsWire.write(endpoints.hold(
                    appId, ManagementJson.text(fields, "reason"), ManagementJson.text(fields, "person")));
        });
    }

    @Post(TEST)
    HttpResponse<byte[]> test(
            @Header("Authorization") Optional<String> caller, @QueryValue String appId, @Body byte[] wish) {
        return ManagementAnswer.of(
                token,
                caller,
                () -> EndpointsWire.write(
                        endpoints.test(appId, ManagementJson.text(ManagementJson.object(wish), "person"))));
    }

    /** @param person who releases it; needed with a rate, which stands under that name */
    @Delete(HOLD)
    HttpResponse<byte[]> release(
            @Header("Authorization") Optional<String> caller,
            @QueryValue String appId,
            @QueryValue Optional<String> perSecond,
            @QueryValue Optional<String> person) {
        return ManagementAnswer.of(
                token,
                caller,
                () -> EndpointsWire.write(
                        endpoints.release(appId, perSecond.map(EndpointsController::rate), person.orElse(""))));
    }

    private static int rate(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Trouble("The rate is no whole number.", e);
        }
    }
}
