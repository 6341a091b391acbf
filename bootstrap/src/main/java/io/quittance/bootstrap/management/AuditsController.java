package io.quittance.bootstrap.management;

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
import io.quittance.bootstrap.management.Audits.Span;
import io.quittance.http.json.Json;
import java.util.Optional;

/** The management API for the seals of the journal; {@link RemoteAudits} is its caller. */
@Controller(AuditsController.PATH)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditsController {
    static final String PATH = "/management/audit";
    static final String ORDER = "/order";
    static final String ANCHORS = "/anchors";
    static final String COMPARED = "/anchors/compared";
    static final String VOUCHED = "/vouched";

    private final Audits audits;
    private final ManagementToken token;

    AuditsController(Audits audits, ManagementToken token) {
        this.audits = audits;
        this.token = token;
    }

    @Get
    HttpResponse<byte[]> verify(
            @Header("Authorization") Optional<String> caller,
            @QueryValue Optional<String> since,
            @QueryValue Optional<String> until,
            @QueryValue Optional<String> behind) {
        return ManagementAnswer.of(token, caller, () -> audits.verify(new Span(since, until, behind)));
    }

    @Get(ORDER)
    HttpResponse<byte[]> verify(
            @Header("Authorization") Optional<String> caller, @QueryValue String kind, @QueryValue String number) {
        return ManagementAnswer.of(token, caller, () -> audits.verify(kind, number));
    }

    @Get(ANCHORS)
    HttpResponse<byte[]> anchors(
            @Header("Authorization") Optional<String> caller,
            @QueryValue Optional<String> since,
            @QueryValue Optional<String> until,
            @QueryValue Optional<String> behind) {
        return ManagementAnswer.of(token, caller, () -> audits.anchors(new Span(since, until, behind)));
    }

    /** No GET, as the anchors fit into no address. */
    @Post(COMPARED)
    HttpResponse<byte[]> compare(@Header("Authorization") Optional<String> caller, @Body byte[] wish) {
        return ManagementAnswer.of(
                token, caller, () -> audits.compare(ManagementJson.texts(ManagementJson.object(wish), "anchors")));
    }

    @Post(VOUCHED)
    HttpResponse<byte[]> vouch(@Header("Authorization") Optional<String> caller, @Body byte[] wish) {
        return ManagementAnswer.of(token, caller, () -> {
            Json.Obj fields = ManagementJson.object(wish);
            Span span = new Span(
                    ManagementJson.optional(fields, "since"),
                    ManagementJson.optional(fields, "until"),
                    ManagementJson.optional(fields, "behind"));
            return audits.vouch(span, ManagementJson.text(fields, "reason"), ManagementJson.text(fields, "person"));
        });
    }
}
