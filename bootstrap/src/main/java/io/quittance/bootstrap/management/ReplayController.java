package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.bootstrap.management.Replays.Wish;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;

/** The management API for replays; {@link RemoteReplays} is its caller. */
@Controller(ReplayController.PATH)
@Consumes(MediaType.ALL)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReplayController {
    static final String PATH = ApiFilter.PATH + "/replay";
    static final String KINDS = "/kinds";

    private final Replays replays;

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    @Get(KINDS)
    Bytes kinds() {
        return JsonWriter.object(o -> o.array("kinds", replays.kinds(), (one, kind) -> one.text("kind", kind)));
    }

    @Get
    Bytes replay(HttpRequest<?> request) {
        Query asked = Query.of(request);
        return ReplayJson.written(replays.replay(new Wish(
                asked.text("kind"), asked.text("since"), asked.optional("behind"), asked.limit(Replays.MOST))));
    }
}
