package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;

/** The management API for the registered apps; {@link RemoteApps} is its caller. */
@Controller(AppsController.PATH)
@Consumes(MediaType.ALL)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AppsController {
    static final String PATH = ApiFilter.PATH + "/apps";

    private final Apps apps;

    AppsController(Apps apps) {
        this.apps = apps;
    }

    @Get
    Bytes read(HttpRequest<?> request) {
        return Query.of(request)
                .optional("appId")
                .map(id -> AppsWire.write(apps.show(id)))
                .orElseGet(() -> AppsWire.write(apps.list()));
    }

    @Post
    Bytes add(HttpRequest<byte[]> request) {
        return AppsWire.write(apps.add(AppsWire.form(ManagementJson.wish(request))));
    }

    @Patch
    Bytes change(HttpRequest<byte[]> request) {
        Json.Obj wish = ManagementJson.wish(request);
        return AppsWire.write(apps.change(Query.of(request).text("appId"), AppsWire.change(wish), ByWhom.read(wish)));
    }

    @Delete
    Bytes remove(HttpRequest<byte[]> request) {
        return AppsWire.write(apps.remove(Query.of(request).text("appId"), ByWhom.read(ManagementJson.wish(request))));
    }
}
