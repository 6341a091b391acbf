package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;

/** The management API for the simulator; {@link RemoteSimulations} is its caller. */
@Controller
@Consumes(MediaType.ALL)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SimulationsController {
    static final String AUTHORIZATIONS = ApiFilter.PATH + "/simulator/authorizations";

    private final Simulations simulations;

    SimulationsController(Simulations simulations) {
        this.simulations = simulations;
    }

    @Post(AUTHORIZATIONS)
    Bytes authorize(HttpRequest<byte[]> request) {
        Json.Obj fields = ManagementJson.wish(request);
        TradeToken made = simulations.authorize(new Simulations.Form(
                ManagementJson.optional(fields, "appId"),
                ManagementJson.text(fields, "outTradeNo"),
                ManagementJson.text(fields, "amount"),
                ManagementJson.text(fields, "currency"),
                ManagementJson.text(fields, "status")));
        return JsonWriter.object(o -> o.text("tradeToken", made.value()));
    }
}
