package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.bootstrap.management.Repairs.Ending;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;

/** The management API for what persons do to orders; {@link RemoteRepairs} is its caller. */
@Controller(RepairsController.PATH)
@Consumes(MediaType.ALL)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RepairsController {
    static final String PATH = OrdersController.PATH + "/repair";
    static final String ASKED = "/asked";
    static final String SETTLED = "/settled";

    private final Repairs repairs;

    RepairsController(Repairs repairs) {
        this.repairs = repairs;
    }

    @Post(ASKED)
    Bytes ask(HttpRequest<byte[]> request) {
        return RepairsWire.write(repairs.ask(RepairsWire.by(ManagementJson.wish(request))));
    }

    @Post(SETTLED)
    Bytes settle(HttpRequest<byte[]> request) {
        Json.Obj fields = ManagementJson.wish(request);
        Ending ending = new Ending(
                ManagementJson.text(fields, "as"),
                ManagementJson.optional(fields, "code"),
                ManagementJson.optional(fields, "message"));
        return RepairsWire.write(repairs.settle(RepairsWire.by(fields), ending));
    }
}
