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
import io.quittance.bootstrap.management.Stories.Listing;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;

/** The management API for orders and their stories; {@link RemoteStories} is its caller. */
@Controller(OrdersController.PATH)
@Consumes(MediaType.ALL)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrdersController {
    static final String PATH = ApiFilter.PATH + "/orders";
    static final String NAMED = "/named";
    static final String STORY = "/story";
    static final String REVEALED = "/story/revealed";

    private final Stories stories;

    OrdersController(Stories stories) {
        this.stories = stories;
    }

    @Get(NAMED)
    Bytes named(HttpRequest<?> request) {
        return stories.named(Query.of(request).text("id"));
    }

    @Get(STORY)
    Bytes tell(HttpRequest<?> request) {
        Query asked = Query.of(request);
        return stories.tell(asked.text("kind"), asked.text("number"));
    }

    /** No GET, as it leaves a trace in the journal. */
    @Post(REVEALED)
    Bytes reveal(HttpRequest<byte[]> request) {
        Json.Obj fields = ManagementJson.wish(request);
        return stories.reveal(
                ManagementJson.text(fields, "kind"),
                ManagementJson.text(fields, "number"),
                ManagementJson.text(fields, "reason"),
                ManagementJson.text(fields, "person"));
    }

    @Get
    Bytes list(HttpRequest<?> request) {
        Query asked = Query.of(request);
        return stories.list(new Listing(
                asked.optional("kind"),
                asked.optional("state"),
                asked.optional("appId"),
                asked.optional("olderThan"),
                asked.flag("overdue"),
                asked.optional("behind"),
                asked.limit(Listing.USUAL)));
    }
}
