package io.quittance.bootstrap.settings;

import io.quittance.application.retention.Keeping;
import io.quittance.bootstrap.settings.Settings.Database;
import io.quittance.bootstrap.settings.Settings.Upstream;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.WebUrl;
import io.quittance.http.server.ClientLimits;
import io.quittance.http.signing.KeyReference;
import io.quittance.persistence.database.DatabaseLimits;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads each setting by the rules of its kind; what is wrong is said with its name, its value and what was expected. */
final class SettingsReader {
    private static final int DEFAULT_PORT = 8080;
    private static final int DEFAULT_MANAGEMENT_PORT = 9090;
    private static final String UPSTREAM_URL = "QUITTANCE_UPSTREAM_URL";
    private static final String UPSTREAM_EXPECTED =
            "the whole base address, as https://pay-gate-uat.payermax.com/aggregate-pay/api/gateway for tests";
    private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");
    private static final Duration DEFAULT_DELAY = Duration.ofMillis(200);

    private static final Pattern HOST_NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private final Map<String, String> environment;
    private final ConfigurationFile file;

    private SettingsReader(Map<String, String> environment, ConfigurationFile file) {
        this.environment = environment;
        this.file = file;
    }

    static Settings read(Map<String, String> environment) {
        SettingNames.check(environment);
        SettingsReader reader = new SettingsReader(environment, ConfigurationFile.of(environment));
        reader.refuseUnknownLevel();
        return reader.settings();
    }

    /** The logging reads it by itself, and takes what it does not know for another. */
    private void refuseUnknownLevel() {
        String level = environment.getOrDefault("QUITTANCE_LOG_LEVEL", "").strip();
        if (!level.isEmpty() && !LEVELS.contains(level.toUpperCase(Locale.ROOT))) {
            throw bad("QUITTANCE_LOG_LEVEL", level, String.join(", ", LEVELS));
        }
    }

    private Settings settings() {
        int port = port("QUITTANCE_PORT", DEFAULT_PORT);
        int managementPort = port("QUITTANCE_MANAGEMENT_PORT", DEFAULT_MANAGEMENT_PORT);
        if (port == managementPort) {
            throw new Trouble("QUITTANCE_PORT and QUITTANCE_MANAGEMENT_PORT are both " + port
                    + " (expected: two different ports).");
        }
        Upstream upstream = upstream();
        Edge edge = new EdgeReader(this::value).edge();
        OutgoingReader outgoing = new OutgoingReader(this::value);
        String managementHost = value("QUITTANCE_MANAGEMENT_HOST").orElse("127.0.0.1");
        return new Settings(
                value("QUITTANCE_HOST").orElse(upstream instanceof Upstream.Simulator ? "127.0.0.1" : "0.0.0.0"),
                port,
                managementHost,
                managementPort,
                names("QUITTANCE_MANAGEMENT_NAMES"),
                Monitoring.of(value(Monitoring.SETTING), managementHost),
                webAddress("QUITTANCE_PUBLIC_URL").orElse(URI.create(edge.scheme() + "://127.0.0.1:" + port)),
                path("QUITTANCE_DATA").orElse(Path.of("data")),
                database(),
                upstream,
                outgoing.outgoing(upstream instanceof Upstream.Simulator),
                outgoing.proxy(),
                key("QUITTANCE_GATEWAY_KEY"),
                path("QUITTANCE_BODY_KEY"),
                path("QUITTANCE_AUDIT_KEY"),
                clients(),
                edge,
                keeping(),
                databaseLimits(),
                file.others());
    }

    /** An empty value counts as none: that is how a variable is switched off in a compose file. */
    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> file.value(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private int port(String name, int otherwise) {
        Optional<String> text = value(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        boolean number = text.get().matches("[0-9]{1,5}");
        int port = number ? Integer.parseInt(text.get()) : 0;
        if (port < 1 || port > 65_535) {
            throw bad(name, text.get(), "a port from 1 to 65535");
        }
        return port;
    }

    /** In small letters. */
    private Set<String> list(String setting) {
        return value(setting).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private Set<String> names(String setting) {
        Set<String> names = list(setting);
        names.stream()
                .filter(name -> !HOST_NAME.matcher(name).matches())
                .findFirst()
                .ifPresent(name -> {
                    throw bad(
                            setting,
                            name,
                            "names of this machine without a port, with commas between, as pay-admin.example");
                });
        return names;
    }

    private Optional<Path> path(String name) {
        Optional<String> text = value(name);
        try {
            return text.map(Path::of);
        } catch (InvalidPathException e) {
            throw bad(name, text.orElse(""), "the path of a file or folder");
        }
    }

    /** What is none is not shown, as it may be the key itself. */
    private Optional<KeyReference> key(String name) {
        try {
            return value(name).map(text -> KeyReference.of(text).orElseGet(() -> KeyReference.file(Path.of(text))));
        } catch (IllegalArgumentException e) {
            throw new Trouble(
                    name + " names no place of a key (expected: a file, or " + KeyReference.EXPECTED + ").", e);
        }
    }

    private Optional<URI> webAddress(String name) {
        Optional<String> text = value(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String address = text.get().replaceFirst("/+$", "");
        if (WebUrl.flaw(address).isPresent() || address.contains("?")) {
            throw bad(
                    name,
                    withoutUser(text.get()),
                    "an address that begins with http:// or https://, names a host and has no query");
        }
        return Optional.of(URI.create(address));
    }

    private Optional<Database> database() {
        Optional<String> url = value("QUITTANCE_DB_URL");
        Optional<String> user = value("QUITTANCE_DB_USER");
        Optional<String> password = value("QUITTANCE_DB_PASSWORD");
        if (url.isEmpty()) {
            if (user.isPresent() || password.isPresent()) {
                throw new Trouble((user.isPresent() ? "QUITTANCE_DB_USER" : "QUITTANCE_DB_PASSWORD")
                        + " is set but QUITTANCE_DB_URL is not (expected: all of them, or none for the embedded"
                        + " database).");
            }
            return Optional.empty();
        }
        Database database = new Database(url.get(), user.orElse(""), password.orElse(""));
        if (!url.get().matches("jdbc:(mysql|mariadb)://[^/]+/[^/?]+.*")) {
            throw bad("QUITTANCE_DB_URL", database.place(), "jdbc:mysql://HOST:PORT/DATABASE");
        }
        return Optional.of(database);
    }

    private Upstream upstream() {
        String kind = value("QUITTANCE_UPSTREAM").orElse("simulator");
        return switch (kind) {
            case "simulator" -> new Upstream.Simulator(delay(), upstreamAddress());
            case "payermax" ->
                new Upstream.PayerMax(upstreamAddress()
                        .orElseThrow(() -> new Trouble("QUITTANCE_UPSTREAM is payermax but " + UPSTREAM_URL
                                + " is not set (expected: " + UPSTREAM_EXPECTED + ").")));
            default -> throw bad("QUITTANCE_UPSTREAM", kind, "simulator or payermax");
        };
    }

    /** The host alone is what people copy from a browser; every call would then be a 404. */
    private Optional<URI> upstreamAddress() {
        Optional<URI> address = webAddress(UPSTREAM_URL);
        if (address.filter(url -> url.getRawPath().isEmpty()).isPresent()) {
            throw new Trouble(UPSTREAM_URL + " is '" + address.get() + "', which has no path (expected: "
                    + UPSTREAM_EXPECTED + ").");
        }
        return address;
    }

    private Duration delay() {
        return time("QUITTANCE_SIMULATOR_DELAY", DEFAULT_DELAY);
    }

    private ClientLimits clients() {
        ClientLimits usual = ClientLimits.USUAL;
        int connections = connections("QUITTANCE_CLIENT_CONNECTIONS", usual.connections());
        return new ClientLimits(
                connections,
                connections("QUITTANCE_CLIENT_CONNECTIONS_PER_ADDRESS", Math.min(usual.perAddress(), connections)),
                someTime("QUITTANCE_CLIENT_PATIENCE", usual.patience()),
                someTime("QUITTANCE_CLIENT_IDLE", usual.idle()));
    }

    private DatabaseLimits databaseLimits() {
        DatabaseLimits usual = DatabaseLimits.USUAL;
        return new DatabaseLimits(
                connections("QUITTANCE_DB_CONNECTIONS", usual.connections()),
                connections("QUITTANCE_DB_WORK_CONNECTIONS", usual.workConnections()),
                time("QUITTANCE_DB_WAIT", usual.patience()));
    }

    private int connections(String name, int otherwise) {
        Optional<String> text = value(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("[1-9][0-9]{0,5}")) {
            throw bad(name, text.get(), "a number from 1 to 999999");
        }
        return Integer.parseInt(text.get());
    }

    private Duration someTime(String name, Duration otherwise) {
        Duration time = time(name, otherwise);
        if (time.isZero()) {
            throw bad(name, value(name).orElse(""), "a time above zero, as 30s");
        }
        return time;
    }

    private Duration time(String name, Duration otherwise) {
        Optional<String> text = value(name);
        return text.isEmpty()
                ? otherwise
                : Delay.parse(text.get())
                        .orElseThrow(() -> bad(name, text.get(), "a time of at most a day, as 200ms, 2s, 5m or PT2S"));
    }

    private Keeping keeping() {
        Keeping otherwise = Keeping.DEFAULT;
        return new Keeping(
                kept("QUITTANCE_KEEP_ORDERS", Keeping.LEAST_DAYS_OF_ORDERS, otherwise.orders()),
                kept("QUITTANCE_KEEP_RELAYS", Keeping.LEAST_DAYS_OF_OTHERS, otherwise.passedOn()),
                kept("QUITTANCE_KEEP_SIMULATED", Keeping.LEAST_DAYS_OF_OTHERS, otherwise.simulated()));
    }

    private Optional<Period> kept(String name, int leastDays, Optional<Period> otherwise) {
        Optional<String> text = value(name);
        return text.isEmpty()
                ? otherwise
                : KeptFor.parse(text.get(), leastDays)
                        .orElseThrow(() -> bad(
                                name,
                                text.get(),
                                "never, or a time of at least " + leastDays + " days, as 90d, 13m for months, or 7y"))
                        .period();
    }

    private static String withoutUser(String address) {
        return address.replaceFirst("//[^/]*@", "//");
    }

    static Trouble bad(String name, String value, String expected) {
        return new Trouble(name + " is '" + value + "' (expected: " + expected + ").");
    }
}
