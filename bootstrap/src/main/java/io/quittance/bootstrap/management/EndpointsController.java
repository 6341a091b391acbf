package io.quittance.bootstrap.management;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.http.json.Json;
import java.util.Optional;

/** The management API for endpoints and their holds; {@link RemoteEndpoints} is its caller. */
@Controller(EndpointsController.PATH)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EndpointsController {
    static final String PATH = "/management/endpoints";
    static final String HOLD = "/hold";

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

    @Delete(HOLD)
    HttpResponse<byte[]> release(@Header("Authorization") Optional<String> caller, @QueryValue String appId) {
        return ManagementAnswer.of(token, caller, () -> EndpointsWire.write(endpoints.release(appId)));
    }
}
