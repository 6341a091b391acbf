package io.quittance.bootstrap.management;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import java.util.Optional;

/** The management API for the simulator; {@link RemoteSimulations} is its caller. */
@Controller
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SimulationsController {
    static final String AUTHORIZATIONS = "/management/simulator/authorizations";

    private final Simulations simulations;
    private final ManagementToken token;

    SimulationsController(Simulations simulations, ManagementToken token) {
        this.simulations = simulations;
        this.token = token;
    }

    @Post(AUTHORIZATIONS)
    HttpResponse<byte[]> authorize(@Header("Authorization") Optional<String> caller, @Body byte[] form) {
        return ManagementAnswer.of(token, caller, () -> {
            Json.Obj fields = ManagementJson.object(form);
            TradeToken made = simulations.authorize(new Simulations.Form(
                    ManagementJson.optional(fields, "appId"),
                    ManagementJson.text(fields, "outTradeNo"),
                    ManagementJson.text(fields, "amount"),
                    ManagementJson.text(fields, "currency"),
                    ManagementJson.text(fields, "status")));
            return JsonWriter.object(o -> o.text("tradeToken", made.value()));
        });
    }
}
