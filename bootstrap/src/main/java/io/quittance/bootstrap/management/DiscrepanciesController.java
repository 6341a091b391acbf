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
import io.quittance.bootstrap.management.DiscrepancyCases.By;
import io.quittance.bootstrap.management.DiscrepancyCases.Listing;
import io.quittance.bootstrap.management.DiscrepancyCases.Whose;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;

/** The management API for discrepancies; {@link RemoteDiscrepancyCases} is its caller. */
@Controller(DiscrepanciesController.PATH)
@Consumes(MediaType.ALL)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DiscrepanciesController {
    static final String PATH = ApiFilter.PATH + "/discrepancies";
    static final String ONE = "/one";
    static final String REVEALED = "/one/revealed";
    static final String CLOSED = "/closed";
    static final String ADOPTED = "/adopted";

    private final DiscrepancyCases cases;

    DiscrepanciesController(DiscrepancyCases cases) {
        this.cases = cases;
    }

    @Get
    Bytes list(HttpRequest<?> request) {
        Query asked = Query.of(request);
        return cases.list(new Listing(
                asked.flag("ended"),
                asked.optional("kind"),
                asked.optional("appId"),
                asked.optional("order"),
                asked.optional("olderThan"),
                asked.flag("oldestFirst"),
                asked.whole("behind"),
                asked.limit(Listing.USUAL)));
    }

    @Get(ONE)
    Bytes tell(HttpRequest<?> request) {
        Query asked = Query.of(request);
        return cases.tell(
                Query.whole("number", asked.text("number")),
                new Whose(asked.optional("appId"), asked.optional("account")));
    }

    /** No GET, as it leaves a trace. */
    @Post(REVEALED)
    Bytes reveal(HttpRequest<byte[]> request) {
        return cases.reveal(by(ManagementJson.wish(request)));
    }

    @Post(CLOSED)
    Bytes close(HttpRequest<byte[]> request) {
        return cases.close(by(ManagementJson.wish(request)));
    }

    @Post(ADOPTED)
    Bytes adopt(HttpRequest<byte[]> request) {
        Json.Obj fields = ManagementJson.wish(request);
        Whose whose = new Whose(ManagementJson.optional(fields, "appId"), ManagementJson.optional(fields, "account"));
        return cases.adopt(by(fields), whose);
    }

    private static By by(Json.Obj fields) {
        return new By(
                Query.whole("number", ManagementJson.text(fields, "number")),
                ManagementJson.text(fields, "reason"),
                ManagementJson.text(fields, "person"));
    }
}
