package io.quittance.bootstrap.management;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import java.util.Optional;
import java.util.function.Supplier;

/** The management API for the registered apps; {@link RemoteApps} is its caller. */
@Controller(AppsController.PATH)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AppsController {
    static final String PATH = "/management/apps";

    private final Apps apps;
    private final ManagementToken token;

    AppsController(Apps apps, ManagementToken token) {
        this.apps = apps;
        this.token = token;
    }

    @Get
    HttpResponse<byte[]> read(@Header("Authorization") Optional<String> caller, @QueryValue Optional<String> appId) {
        return answer(
                caller,
                () -> appId.map(id -> AppsWire.write(apps.show(id))).orElseGet(() -> AppsWire.write(apps.list())));
    }

    @Post
    HttpResponse<byte[]> add(@Header("Authorization") Optional<String> caller, @Body byte[] form) {
        return answer(caller, () -> AppsWire.write(apps.add(AppsWire.form(form))));
    }

    @Patch
    HttpResponse<byte[]> change(
            @Header("Authorization") Optional<String> caller, @QueryValue String appId, @Body byte[] change) {
        return answer(caller, () -> {
            Json.Obj wish = ManagementJson.object(change);
            return AppsWire.write(apps.change(appId, AppsWire.change(wish), ByWhom.read(wish)));
        });
    }

    @Delete
    HttpResponse<byte[]> remove(
            @Header("Authorization") Optional<String> caller, @QueryValue String appId, @Body byte[] wish) {
        return answer(caller, () -> AppsWire.write(apps.remove(appId, ByWhom.read(ManagementJson.object(wish)))));
    }

    private HttpResponse<byte[]> answer(Optional<String> caller, Supplier<Bytes> work) {
        return ManagementAnswer.of(token, caller, work);
    }
}
