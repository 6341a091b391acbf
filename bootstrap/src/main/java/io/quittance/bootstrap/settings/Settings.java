package io.quittance.bootstrap.settings;

import io.quittance.application.retention.Keeping;
import io.quittance.http.guard.Outgoing;
import io.quittance.http.server.ClientLimits;
import io.quittance.http.signing.KeyReference;
import io.quittance.persistence.database.DatabaseLimits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How an instance is set up; each value comes from the variable that its parameter names.
 *
 * @param host QUITTANCE_HOST: the address on which both faces of the protocol listen
 * @param port QUITTANCE_PORT: their port
 * @param managementHost QUITTANCE_MANAGEMENT_HOST: the address on which health, metrics and management listen
 * @param managementPort QUITTANCE_MANAGEMENT_PORT
 * @param managementNames QUITTANCE_MANAGEMENT_NAMES: by which names, in small letters, the management port may be asked
 * @param monitoring QUITTANCE_MONITORING: who may read metrics and the details of health
 * @param publicUrl QUITTANCE_PUBLIC_URL: where merchants and upstream reach us, without a slash at its end
 * @param data QUITTANCE_DATA: the folder for the embedded database and the keys
 * @param database QUITTANCE_DB_URL and its companions; empty for the embedded database
 * @param upstream QUITTANCE_UPSTREAM and its companions: who settles
 * @param outgoing QUITTANCE_OUTGOING_ALLOW and its companion: what merchants may have us call
 * @param proxy QUITTANCE_OUTGOING_PROXY and its companions: through whom we call
 * @param gatewayKey QUITTANCE_GATEWAY_KEY: where the key is that is used instead of the one under {@code data}
 * @param bodyKey QUITTANCE_BODY_KEY: a file to use instead of the one under {@code data}
 * @param auditKey QUITTANCE_AUDIT_KEY: a file to use instead of the one under {@code data}
 * @param clients QUITTANCE_CLIENT_CONNECTIONS and its companions: what a client may take of a port
 * @param edge QUITTANCE_LIMIT_ADDRESS and its companions: what strangers may do
 * @param keeping QUITTANCE_KEEP_ORDERS and its companions: how long orders are kept
 * @param databaseLimits QUITTANCE_DB_CONNECTIONS and its companions: what we take of the database, and how long we wait for it
 * @param framework sections of application.yml that are not ours; they go to the framework as they are
 */
public record Settings(
        String host,
        int port,
        String managementHost,
        int managementPort,
        Set<String> managementNames,
        Monitoring monitoring,
        URI publicUrl,
        Path data,
        Optional<Database> database,
        Upstream upstream,
        Outgoing outgoing,
        Optional<ProxySetting> proxy,
        Optional<KeyReference> gatewayKey,
        Optional<Path> bodyKey,
        Optional<Path> auditKey,
        ClientLimits clients,
        Edge edge,
        Keeping keeping,
        DatabaseLimits databaseLimits,
        Map<String, Object> framework) {

    /** A database of its own. */
    public record Database(String url, String user, String password) {
        /** Never shows the password; the URL may hold one as well. */
        @Override
        public String toString() {
            return "Database[" + place() + "]";
        }

        /** Kind, host and name of the database, without what may be secret. */
        public String place() {
            String bare = url.replaceFirst("[?;].*$", "");
            return bare.replaceFirst("//[^/]*@", "//");
        }
    }

    /** Who settles. */
    public sealed interface Upstream {
        /**
         * @param delay how long it takes to settle
         * @param beside where PayerMax is, if accounts with it are served as well
         */
        record Simulator(Duration delay, Optional<URI> beside) implements Upstream {
            public Simulator(Duration delay) {
                this(delay, Optional.empty());
            }
        }

        /** @param base as {@code https://pay-gate.payermax.com/aggregate-pay/api/gateway} */
        record PayerMax(URI base) implements Upstream {}
    }

    public Settings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(managementHost, "managementHost");
        managementNames = Set.copyOf(managementNames);
        Objects.requireNonNull(monitoring, "monitoring");
        Objects.requireNonNull(publicUrl, "publicUrl");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(upstream, "upstream");
        Objects.requireNonNull(outgoing, "outgoing");
        Objects.requireNonNull(proxy, "proxy");
        Objects.requireNonNull(clients, "clients");
        Objects.requireNonNull(edge, "edge");
        Objects.requireNonNull(keeping, "keeping");
        Objects.requireNonNull(databaseLimits, "databaseLimits");
        framework = Map.copyOf(framework);
    }

    /**
     * From this process's environment and the file beside it.
     *
     * @param data the data folder that a command names, which goes before both
     * @throws Trouble naming the first bad setting
     */
    public static Settings load(Optional<Path> data) {
        return SettingsReader.read(environment(data));
    }

    /** The same of a folder whose embedded database is meant, whatever others are named. */
    public static Settings loadEmbedded(Optional<Path> data) {
        Map<String, String> environment = environment(data);
        environment.keySet().removeIf(name -> name.startsWith("QUITTANCE_DB_"));
        return SettingsReader.read(environment);
    }

    private static Map<String, String> environment(Optional<Path> data) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        data.ifPresent(folder -> environment.put("QUITTANCE_DATA", folder.toString()));
        return environment;
    }

    /** Where health, metrics and management are reached from this machine. */
    public URI managementUrl() {
        return local("http", managementHost, managementPort);
    }

    /** Where the public port is reached from this machine. */
    public URI localUrl() {
        return local(edge.scheme(), host, port);
    }

    private static URI local(String scheme, String host, int port) {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        return URI.create(scheme + "://" + (everywhere ? "127.0.0.1" : bracketed(host)) + ":" + port);
    }

    /** Where PayerMax is; empty if accounts with it are not served. */
    public Optional<URI> payermax() {
        return switch (upstream) {
            case Upstream.Simulator(var _, var beside) -> beside;
            case Upstream.PayerMax(var base) -> Optional.of(base);
        };
    }

    public boolean simulated() {
        return upstream instanceof Upstream.Simulator;
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
