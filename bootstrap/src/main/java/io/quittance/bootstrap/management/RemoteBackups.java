package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.json.Json;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The backups of a running service, over its management port; it writes the file, and we wait until it has. */
public final class RemoteBackups implements Backups {
    private static final long LOOKS_MILLIS = 100;

    private final ManagementCall service;

    public RemoteBackups(ManagementCall service) {
        this.service = service;
    }

    @Override
    public Written write() {
        Json.Obj run = ManagementJson.object(service.send("POST", BackupController.PATH));
        while (ManagementJson.text(run, "state").equals("RUNNING")) {
            pause();
            run = ManagementJson.object(service.send("GET", BackupController.PATH));
        }
        if (ManagementJson.text(run, "state").equals("FAILED")) {
            throw new Trouble(ManagementJson.text(run, "error"));
        }
        if (ManagementJson.text(run, "state").equals("GONE")) {
            throw new Trouble("The service wrote the backup, and somebody else has moved its file away.");
        }
        long rows = ManagementJson.number(run, "rows").map(Long::valueOf).orElse(0L);
        return new Written(Path.of(ManagementJson.text(run, "file")), rows);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOKS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("The command was interrupted; the service goes on with its backup.", e);
        }
    }
}
