package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import java.util.Optional;

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
        String appId = Query.of(request).text("appId");
        Json.Obj fields = ManagementJson.wish(request);
        AppCard card = apps.show(appId);
        Optional<String> notifyUrl = ManagementJson.optional(fields, "notifyUrl");
        if (notifyUrl.isPresent()) {
            card = apps.setNotifyUrl(appId, notifyUrl.get());
        }
        Optional<Boolean> enabled = ManagementJson.flag(fields, "enabled");
        return AppsWire.write(enabled.isPresent() ? apps.enable(appId, enabled.get()) : card);
    }
}
