package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;

/** The management API for endpoints and their holds; {@link RemoteEndpoints} is its caller. */
@Controller(EndpointsController.PATH)
@Consumes(MediaType.ALL)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EndpointsController {
    static final String PATH = ApiFilter.PATH + "/endpoints";
    static final String HOLD = "/hold";
    static final String TEST = "/test";

    private final Endpoints endpoints;

    EndpointsController(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Get
    Bytes read(HttpRequest<?> request) {
        return Query.of(request)
                .optional("appId")
                .map(id -> EndpointsWire.write(endpoints.show(id)))
                .orElseGet(() -> EndpointsWire.write(endpoints.list()));
    }

    @Put(HOLD)
    Bytes hold(HttpRequest<byte[]> request) {
        Json.Obj fields = ManagementJson.wish(request);
        return EndpointsWire.write(endpoints.hold(
                Query.of(request).text("appId"),
                ManagementJson.text(fields, "reason"),
                ManagementJson.text(fields, "person")));
    }

    @Post(TEST)
    Bytes test(HttpRequest<byte[]> request) {
        return EndpointsWire.write(endpoints.test(
                Query.of(request).text("appId"), ManagementJson.text(ManagementJson.wish(request), "person")));
    }

    /** Who releases it is needed with a rate, which stands under that name. */
    @Delete(HOLD)
    Bytes release(HttpRequest<?> request) {
        Query asked = Query.of(request);
        return EndpointsWire.write(endpoints.release(
                asked.text("appId"),
                asked.whole("perSecond").map(Query::bounded),
                asked.optional("person").orElse("")));
    }
}
