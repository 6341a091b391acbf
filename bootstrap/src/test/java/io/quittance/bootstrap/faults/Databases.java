package io.quittance.bootstrap.faults;

import java.nio.file.Path;

/** Which database a long run is on, by the property {@code faults.database}: h2, mariadb, or the URL of a server or a group. */
final class Databases {
    private Databases() {}

    static Database named(Path folder) throws Exception {
        String database = RunSettings.text("database", "mariadb");
        return switch (database) {
            case "h2" -> new EmbeddedH2(folder.resolve("instance-0").resolve("data"));
            case "mariadb" ->
                new MariaDb(Path.of(RunSettings.text(
                        "database.folder", folder.resolve("mariadb").toString())));
            default ->
                new NamedServer(
                        RunSettings.text("database.name", "named server"),
                        database,
                        new NamedServer.Commands(
                                RunSettings.text("database.kill", ""),
                                RunSettings.text("database.start", ""),
                                RunSettings.text("database.freeze", ""),
                                RunSettings.text("database.thaw", "")));
        };
    }
}
