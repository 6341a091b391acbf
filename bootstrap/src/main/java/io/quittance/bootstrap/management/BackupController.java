package io.quittance.bootstrap.management;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.bootstrap.management.BackupRuns.Run;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;

/** The management API for backups; {@link RemoteBackups} is its caller. */
@Controller(BackupController.PATH)
@Consumes(MediaType.ALL)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BackupController {
    static final String PATH = ApiFilter.PATH + "/backup";

    private final BackupRuns runs;

    BackupController(Backups backups) {
        this.runs = new BackupRuns(backups);
    }

    /** Begins one; how it stands is asked for with GET. */
    @Post
    Bytes begin() {
        runs.begin();
        return written(runs.last());
    }

    @Get
    Bytes stands() {
        return written(runs.last());
    }

    private static Bytes written(Run run) {
        return JsonWriter.object(o -> {
            switch (run) {
                case Run.Running() -> o.text("state", "RUNNING");
                case Run.Done(var written) ->
                    o.text("state", "DONE")
                            .text("file", written.file().toAbsolutePath().toString())
                            .number("rows", Long.toString(written.rows()));
                case Run.Gone() -> o.text("state", "GONE");
                case Run.Failed(var why) -> o.text("state", "FAILED").text("error", why);
            }
        });
    }
}
