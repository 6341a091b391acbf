package io.quittance.bootstrap.settings;

import io.quittance.http.peer.Proxies;
import io.quittance.http.tls.TlsFiles;
import io.quittance.http.wire.StrangerLimits;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands between the public port and those who are not known yet.
 *
 * @param strangers QUITTANCE_LIMIT_ADDRESS and QUITTANCE_LIMIT_APP: how much of what they send is checked
 * @param proxies QUITTANCE_PROXIES: whose word counts for where a request comes from
 * @param tls QUITTANCE_TLS_CERTIFICATE and QUITTANCE_TLS_KEY: of the public port; empty where it speaks plain HTTP
 */
public record Edge(StrangerLimits strangers, Proxies proxies, Optional<TlsFiles> tls) {
    public static final Edge USUAL = new Edge(StrangerLimits.USUAL, Proxies.NONE, Optional.empty());

    public Edge {
        Objects.requireNonNull(strangers, "strangers");
        Objects.requireNonNull(proxies, "proxies");
        Objects.requireNonNull(tls, "tls");
    }

    /** What the public port speaks. */
    public String scheme() {
        return tls.isPresent() ? "https" : "http";
    }
}
