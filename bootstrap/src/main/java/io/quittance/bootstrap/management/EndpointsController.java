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
import io.quittance.bootstrap.management.Endpoints.Which;
import io.quittance.domain.merchant.Endpoint;
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
    static final String TLS = "/tls";

    private final Endpoints endpoints;

    EndpointsController(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Get
    Bytes read(HttpRequest<?> request) {
        return Query.of(request)
                .optional("appId")
                .map(_ -> EndpointsWire.write(endpoints.show(which(request))))
                .orElseGet(() -> EndpointsWire.write(endpoints.list()));
    }

    @Put
    Bytes set(HttpRequest<byte[]> request) {
        Json.Obj fields = ManagementJson.wish(request);
        return EndpointsWire.write(endpoints.set(which(request), EndpointsWire.wish(fields), ByWhom.read(fields)));
    }

    @Delete
    Bytes remove(HttpRequest<byte[]> request) {
        return EndpointsWire.write(endpoints.remove(which(request), ByWhom.read(ManagementJson.wish(request))));
    }

    @Put(TLS)
    Bytes setTerms(HttpRequest<byte[]> request) {
        Json.Obj fields = ManagementJson.wish(request);
        return EndpointsWire.write(
                endpoints.setTerms(which(request), EndpointsWire.terms(fields), ByWhom.read(fields)));
    }

    /** Without a name its registered address. */
    private static Which which(HttpRequest<?> request) {
        Query asked = Query.of(request);
        return new Which(asked.text("appId"), asked.optional("name").orElse(Endpoint.REGISTERED));
    }

    @Put(HOLD)
    Bytes hold(HttpRequest<byte[]> request) {
        return EndpointsWire.write(endpoints.hold(which(request), ByWhom.read(ManagementJson.wish(request))));
    }

    @Post(TEST)
    Bytes test(HttpRequest<byte[]> request) {
        return EndpointsWire.write(
                endpoints.test(which(request), ManagementJson.text(ManagementJson.wish(request), "person")));
    }

    @Delete(HOLD)
    Bytes release(HttpRequest<byte[]> request) {
        return EndpointsWire.write(endpoints.release(
                which(request),
                Query.of(request).whole("perSecond").map(Query::bounded),
                ByWhom.read(ManagementJson.wish(request))));
    }
}
