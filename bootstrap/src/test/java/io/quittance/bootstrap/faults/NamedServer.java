package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.endtoend.Await;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A server, or a group of servers, that somebody started and named; what befalls it is done by commands that were named as
 * well, as only their author knows how that server is killed and started.
 */
final class NamedServer implements Database {
    private static final Pattern URL = Pattern.compile("jdbc:mysql://([^/]+)/(\\w+)\\?user=(\\w+)&password=(\\w+)");
    private static final Duration WRITES_WITHIN = Duration.ofMinutes(2);
    private static final int COMMAND_SECONDS = 120;

    private final String name;
    private final List<Integer> ports = new ArrayList<>();
    private final String schema;
    private final String user;
    private final String password;
    private final Commands commands;

    /**
     * What can be done to it, each a command of the shell; an empty one cannot be done.
     *
     * @param kill of the one server, or of the group's primary
     * @param start the opposite: the killed one is started, and joins again
     */
    record Commands(String kill, String start, String freeze, String thaw) {}

    /** @param url {@code jdbc:mysql://127.0.0.1:PORT,127.0.0.1:PORT/SCHEMA?user=USER&password=PASSWORD} */
    NamedServer(String name, String url, Commands commands) throws SQLException {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not of the form that this run knows: " + url);
        }
        this.name = name;
        for (String host : parts.group(1).split(",")) {
            ports.add(Integer.parseInt(host.substring(host.indexOf(':') + 1)));
        }
        this.schema = parts.group(2);
        this.user = parts.group(3);
        this.password = parts.group(4);
        this.commands = commands;
        execute("drop database if exists " + schema);
        execute("create database " + schema);
    }

    /** Without TLS, as the line could not tell a commit from anything else. */
    static String url(List<Integer> ports, String schema, String user, String password) {
        String hosts = ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        return "jdbc:mysql://" + hosts + "/" + schema + "?user=" + user + "&password=" + password
                + "&sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Integer> ports() {
        return List.copyOf(ports);
    }

    @Override
    public String url(List<Integer> through) {
        return url(through, schema, user, password);
    }

    @Override
    public Connection open() throws SQLException {
        return open(schema);
    }

    private Connection open(String within) throws SQLException {
        SQLException last = new SQLException("no server");
        for (int port : ports) {
            try {
                Connection connection = DriverManager.getConnection(
                        url(List.of(port), within, user, password) + "&connectTimeout=2000&socketTimeout=20000");
                if (writes(connection)) {
                    return connection;
                }
                connection.close();
                last = new SQLException("none of " + ports + " takes writes");
            } catch (SQLException e) {
                last = e;
            }
        }
        throw last;
    }

    private static boolean writes(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                var row = sql.executeQuery("select @@super_read_only")) {
            return row.next() && row.getInt(1) == 0;
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = open("");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private boolean group() {
        return ports.size() > 1;
    }

    @Override
    public List<Misfortune> misfortunes() {
        List<Misfortune> all = new ArrayList<>();
        if (!commands.kill().isEmpty()) {
            String what = group() ? "group: primary killed" : "database: killed";
            int least = group() ? 16_000 : 300;
            all.add(new Misfortune(
                    what, 3, least, least + 4_000, () -> run(commands.kill()), () -> run(commands.start())));
        }
        if (!commands.freeze().isEmpty()) {
            all.add(new Misfortune(
                    "database: stopped and continued",
                    2,
                    1_000,
                    12_000,
                    () -> run(commands.freeze()),
                    () -> run(commands.thaw())));
        }
        if (!group()) {
            all.add(new Misfortune(
                    "database: read-only", 2, 1_000, 8_000, () -> readOnly("on"), () -> readOnly("off")));
        }
        return all;
    }

    @Override
    public List<String> misses() {
        return List.of("disk full: the disk of a named server is not ours to fill");
    }

    private void readOnly(String now) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(ports, "", user, password));
                Statement sql = connection.createStatement()) {
            sql.execute("set global super_read_only = " + now);
            sql.execute("set global read_only = " + now);
        }
    }

    private static void run(String command) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", command).inheritIO().start();
        if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Override
    public void heal() throws Exception {
        if (!commands.thaw().isEmpty()) {
            run(commands.thaw());
        }
        if (!group()) {
            readOnly("off");
        }
        Await.until(() -> "one of " + ports + " takes writes", WRITES_WITHIN, () -> {
            try (Connection connection = open()) {
                return connection.isValid(1);
            } catch (SQLException _) {
                return false;
            }
        });
    }
}
