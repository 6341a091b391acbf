package io.quittance.bootstrap.management;

import io.quittance.http.json.JsonWriter;
import java.util.function.Consumer;

/** The repairs of a running service, over its management port. */
public final class RemoteRepairs implements Repairs {
    private final ManagementCall service;

    public RemoteRepairs(ManagementCall service) {
        this.service = service;
    }

    @Override
    public Done ask(By by) {
        return send(RepairsController.ASKED, by, _ -> {});
    }

    @Override
    public Done settle(By by, Ending ending) {
        return send(
                RepairsController.SETTLED,
                by,
                o -> o.text("as", ending.as()).text("code", ending.code()).text("message", ending.message()));
    }

    private Done send(String path, By by, Consumer<JsonWriter> more) {
        return RepairsWire.done(service.send(
                "POST", RepairsController.PATH + path, JsonWriter.object(o -> more.accept(RepairsWire.write(o, by)))));
    }
}
