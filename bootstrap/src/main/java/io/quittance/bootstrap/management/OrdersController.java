package io.quittance.bootstrap.management;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
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
import io.quittance.bootstrap.management.Stories.Listing;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.json.Json;
import java.util.Optional;

/** The management API for orders and their stories; {@link RemoteStories} is its caller. */
@Controller(OrdersController.PATH)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrdersController {
    static final String PATH = "/management/orders";
    static final String NAMED = "/named";
    static final String STORY = "/story";
    static final String REVEALED = "/story/revealed";

    private final Stories stories;
    private final ManagementToken token;

    OrdersController(Stories stories, ManagementToken token) {
        this.stories = stories;
        this.token = token;
    }

    @Get(NAMED)
    HttpResponse<byte[]> named(@Header("Authorization") Optional<String> caller, @QueryValue String id) {
        return ManagementAnswer.of(token, caller, () -> stories.named(id));
    }

    @Get(STORY)
    HttpResponse<byte[]> tell(
            @Header("Authorization") Optional<String> caller, @QueryValue String kind, @QueryValue String number) {
        return ManagementAnswer.of(token, caller, () -> stories.tell(kind, number));
    }

    /** No GET, as it leaves a trace in the journal. */
    @Post(REVEALED)
    HttpResponse<byte[]> reveal(@Header("Authorization") Optional<String> caller, @Body byte[] wish) {
        return ManagementAnswer.of(token, caller, () -> {
            Json.Obj fields = ManagementJson.object(wish);
            return stories.reveal(
                    ManagementJson.text(fields, "kind"),
                    ManagementJson.text(fields, "number"),
                    ManagementJson.text(fields, "reason"),
                    ManagementJson.text(fields, "person"));
        });
    }

    /** Of what is asked for twice the first counts. */
    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        HttpParameters asked = request.getParameters();
        return ManagementAnswer.of(
                token,
                request.getHeaders().findFirst("Authorization"),
                () -> stories.list(new Listing(
                        asked.getFirst("kind").orElseThrow(() -> new Trouble("Which kind of order?")),
                        asked.getFirst("state"),
                        asked.getFirst("appId"),
                        asked.getFirst("olderThan"),
                        asked.getFirst("overdue").filter("true"::equals).isPresent(),
                        asked.getFirst("behind"),
                        asked.getFirst("limit").map(OrdersController::limit).orElse(Listing.USUAL))));
    }

    static int limit(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Trouble("The limit is no number.", e);
        }
    }
}
