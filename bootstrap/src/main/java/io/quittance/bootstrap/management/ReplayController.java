package io.quittance.bootstrap.management;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.bootstrap.management.Replays.Wish;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.json.JsonWriter;
import java.util.Optional;

/** The management API for replays; {@link RemoteReplays} is its caller. */
@Controller(ReplayController.PATH)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReplayController {
    static final String PATH = "/management/replay";
    static final String KINDS = "/kinds";

    private final Replays replays;
    private final ManagementToken token;

    ReplayController(Replays replays, ManagementToken token) {
        this.replays = replays;
        this.token = token;
    }

    @Get(KINDS)
    HttpResponse<byte[]> kinds(@Header("Authorization") Optional<String> caller) {
        return ManagementAnswer.of(
                token,
                caller,
                () -> JsonWriter.object(o -> o.array("kinds", replays.kinds(), (one, kind) -> one.text("kind", kind))));
    }

    /** Of what is asked for twice the first counts. */
    @Get
    HttpResponse<byte[]> replay(HttpRequest<?> request) {
        HttpParameters asked = request.getParameters();
        return ManagementAnswer.of(
                token,
                request.getHeaders().findFirst("Authorization"),
                () -> ReplayJson.written(replays.replay(new Wish(
                        asked.getFirst("kind").orElseThrow(() -> new Trouble("Which kind of order?")),
                        asked.getFirst("since").orElseThrow(() -> new Trouble("Since when?")),
                        asked.getFirst("behind"),
                        asked.getFirst("limit").map(OrdersController::limit).orElse(Replays.MOST)))));
    }
}
