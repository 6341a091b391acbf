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
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;

/** The management API for the seals of the journal; {@link RemoteAudits} is its caller. */
@Controller(AuditsController.PATH)
@Consumes(MediaType.ALL)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditsController {
    static final String PATH = ApiFilter.PATH + "/audit";
    static final String ORDER = "/order";
    static final String ANCHORS = "/anchors";
    static final String COMPARED = "/anchors/compared";
    static final String VOUCHED = "/vouched";

    private final Audits audits;

    AuditsController(Audits audits) {
        this.audits = audits;
    }

    @Get
    Bytes verify(HttpRequest<?> request) {
        return audits.verify(Spans.read(Query.of(request)::optional));
    }

    @Get(ORDER)
    Bytes verifyOrder(HttpRequest<?> request) {
        Query asked = Query.of(request);
        return audits.verify(asked.text("kind"), asked.text("number"));
    }

    @Get(ANCHORS)
    Bytes anchors(HttpRequest<?> request) {
        return audits.anchors(Spans.read(Query.of(request)::optional));
    }

    /** No GET, as the anchors fit into no address. */
    @Post(COMPARED)
    Bytes compare(HttpRequest<byte[]> request) {
        return audits.compare(ManagementJson.texts(ManagementJson.wish(request), "anchors"));
    }

    @Post(VOUCHED)
    Bytes vouch(HttpRequest<byte[]> request) {
        Json.Obj fields = ManagementJson.wish(request);
        return audits.vouch(
                Spans.read(name -> ManagementJson.optional(fields, name)),
                ManagementJson.text(fields, "reason"),
                ManagementJson.text(fields, "person"));
    }
}
